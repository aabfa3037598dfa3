import type { FormChoice, SourceForm } from "../../domain/source-form.ts";
import { detectText } from "./detect-text.ts";
import { blankForm, type Detected } from "./detected.ts";
import type { HeadRecord } from "./find-header.ts";
import { headerOf } from "./header-of.ts";
import { isWorkbook, looksLike } from "./looks-like.ts";
import { headOf, type StoredBytes } from "./stored-bytes.ts";
import { contentOf, isGzip, unpackedWhole } from "./unpack.ts";
import { Unreadable } from "./unreadable.ts";
import { firstRows, openWorkbook } from "./workbook-rows.ts";
import { fileInZip, onlyFileIn } from "./zip-single.ts";

const headBytes = 4096;

/**
 * Finds out how a file is written from its stored bytes, all of them where that matters; what a person chose is taken as said. The answer
 * does not depend on how the bytes come in pieces.
 * @throws Unreadable when it is not a table
 */
export async function detect(stored: StoredBytes, fileName: string, choice: FormChoice = {}): Promise<Detected> {
  if (stored.sizeBytes === 0)
    throw new Unreadable("The file is empty (0 bytes). Export it again from the source system and upload it.");
  const packedHead = await headOf(stored.all(), headBytes);
  const packed = isGzip(packedHead);
  const head = packed ? await headOf(contentOf(stored, true), headBytes) : packedHead;
  const member = isWorkbook(head) && !packed ? await onlyFileIn(stored) : undefined;
  if (member !== undefined) return detectInside(stored, member, choice);
  if (isWorkbook(head)) return detectWorkbook(packed ? await unpackedWhole(stored) : stored, packed, choice);
  const sentence = looksLike(head);
  if (sentence) throw new Unreadable(sentence);
  const found = await detectText(stored, packed, fileName, choice);
  if (packed)
    found.reasons.unshift({ about: "packing", sentence: "The file is compressed with gzip and was unpacked." });
  return found;
}

/** An archive that holds one file is read as that file. */
async function detectInside(stored: StoredBytes, member: string, choice: FormChoice): Promise<Detected> {
  const inside = await fileInZip(stored, member);
  if (isWorkbook(await headOf(inside.all(), headBytes)) && (await onlyFileIn(inside)) !== undefined)
    throw new Unreadable("This is a ZIP archive inside another one. Unpack both and upload the file itself.");
  const found = await detect(inside, member, choice);
  const sentence = `The file is packed in a ZIP archive; “${member}” in it was read.`;
  return {
    ...found,
    form: { ...found.form, member },
    reasons: [{ about: "archive", sentence }, ...found.reasons],
  };
}

async function detectWorkbook(stored: StoredBytes, packed: boolean, choice: FormChoice): Promise<Detected> {
  const workbook = await openWorkbook(stored);
  const { sheet, rows, sentence } = await firstRows(workbook, choice.sheet);
  const width = widthOfSheet(rows);
  const found = headerOf(rows, width, choice, true);
  const form: SourceForm = {
    ...blankForm,
    format: "workbook",
    isGzip: packed,
    sheet: sheet.name,
    headerLine: found.headerLine,
    headerRows: found.headerRows,
    skipEnd: choice.skipEnd ?? 0,
  };
  const reasons = [
    {
      about: "format",
      sentence: `This is an Excel workbook${workbook.hasMacros ? " with macros, which are not run" : ""}${workbook.dateSystem === "1904" ? "; its dates count from 1904" : ""}.`,
    },
    { about: "sheet", sentence },
    { about: "header", sentence: found.reason },
  ];
  const doubts = found.doubt ? [{ lineNumber: found.headerLine, sentence: found.doubt }] : [];
  if (sheet.isHidden)
    doubts.push({ lineNumber: null, sentence: `The sheet “${sheet.name}” is hidden in the workbook.` });
  return { form, reasons, doubts, sheets: workbook.sheets.map(({ name, isHidden }) => ({ name, isHidden })) };
}

/** Rows of a sheet end at their last value, so the wider ones show how wide the table is; a single row far wider does not. */
function widthOfSheet(rows: readonly HeadRecord[]): number {
  const widths = rows.map(({ cells }) => cells.length).sort((a, b) => a - b);
  return widths[Math.ceil((widths.length - 1) * 0.9)] ?? 0;
}
