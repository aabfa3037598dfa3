import type { HeadRecord } from "./find-header.ts";
import { readSheet, type SheetContext, type SheetListener } from "./sheet-rows.ts";
import type { StoredBytes } from "./stored-bytes.ts";
import { Unreadable } from "./unreadable.ts";
import { readSharedTexts, readStyles, readWorkbook, type Sheet } from "./workbook.ts";
import { openArchive } from "./zip-archive.ts";

export type OpenWorkbook = {
  sheets: readonly Sheet[];
  hasMacros: boolean;
  dateSystem: SheetContext["dateSystem"];
  read(sheet: Sheet, listener: SheetListener, onPiece?: () => Promise<void>): Promise<void>;
};

/** @throws Unreadable when the archive is no workbook we can read */
export async function openWorkbook(stored: StoredBytes): Promise<OpenWorkbook> {
  const archive = await openArchive(stored);
  if (!archive.has("xl/workbook.xml") && !archive.names.some((name) => /(^|\/)workbook\.xml$/i.test(name)))
    throw new Unreadable(whatArchiveIs(archive.names));
  const { sheets, dateSystem, sharedPart, stylePart } = await readWorkbook(archive);
  const context: SheetContext = {
    styles: await readStyles(archive, stylePart),
    sharedTexts: await readSharedTexts(archive, sharedPart),
    dateSystem,
  };
  return {
    sheets,
    dateSystem,
    hasMacros: archive.has("xl/vbaProject.bin"),
    read: (sheet, listener, onPiece) => readSheet(archive.open(sheet.part), context, listener, onPiece),
  };
}

function whatArchiveIs(names: readonly string[]): string {
  const save = "Open it in the program it comes from, save it as .xlsx or CSV (UTF-8), and upload that.";
  if (names.some((name) => /^xl\/workbook\.bin$/i.test(name))) return `This is a binary workbook (.xlsb). ${save}`;
  if (names.some((name) => /^(?:word|ppt)\//i.test(name)))
    return "This is a text document or a presentation, not a table. Ask the source system for an export as CSV or XLSX.";
  if (names.some((name) => /^(?:content\.xml|Index\/)/i.test(name)))
    return `This is a workbook of another program than Excel. ${save}`;
  return "This is an office document or an archive, not a table. Ask the source system for an export as CSV or XLSX.";
}

const headRows = 1_000;

/** The first rows of the sheet that was asked for, or of the first visible sheet that has any. */
export async function firstRows(
  workbook: OpenWorkbook,
  asked: string | undefined,
): Promise<{ sheet: Sheet; rows: HeadRecord[]; sentence: string }> {
  const order = [
    ...workbook.sheets.filter((sheet) => !sheet.isHidden),
    ...workbook.sheets.filter((sheet) => sheet.isHidden),
  ];
  const among = asked === undefined ? order : order.filter((sheet) => sheet.name === asked);
  if (among.length === 0) throw new Unreadable(`The workbook has no sheet called “${asked}”. Choose another sheet.`);
  for (const sheet of among) {
    const rows: HeadRecord[] = [];
    await workbook.read(sheet, {
      onRow: (cells, lineNumber) => void (rows.length < headRows && rows.push({ cells, lineNumber })),
      onHidden() {},
      isDone: () => rows.length >= headRows,
    });
    if (rows.length === 0) continue;
    const others = workbook.sheets.length - 1;
    const ofItself = sheet.isHidden ? "the first sheet with cells; it is hidden" : "the first visible sheet with cells";
    const why = asked === undefined ? ofItself : "chosen by a person";
    return {
      sheet,
      rows,
      sentence: `The sheet “${sheet.name}” was read: ${why}.${others > 0 ? ` The workbook has ${others === 1 ? "one other sheet" : `${others} other sheets`}.` : ""}`,
    };
  }
  throw new Unreadable(
    asked === undefined
      ? "No sheet of the workbook holds a value. Check that the export was saved, and upload it again."
      : `The sheet “${asked}” is empty. Choose another sheet.`,
  );
}
