import { type Part, zipOf } from "./zip-of.ts";

export type SheetOut = {
  name: string;
  /** Stands in a row of its own, bold, and stays in view. */
  header: readonly string[];
  rows: AsyncIterable<RowOut> | Iterable<RowOut>;
  /** Characters; columns without one get the usual width. */
  widths?: readonly number[];
};

/** Cells, or cells of which some are marked by their colour. */
export type RowOut = readonly string[] | { cells: readonly string[]; marked: ReadonlySet<number> };

/** What Excel takes in one cell, and in one sheet with its header. */
export const cellCharactersMax = 32_767;
export const sheetRowsMax = 1_048_575;

/**
 * An .xlsx workbook, made while it is read. Every cell is text, typed as text: nothing is a formula, no zero is lost and no date is guessed,
 * and the columns stay so for what a person types under them.
 * @throws RangeError for a cell or a sheet longer than Excel takes: nothing is cut
 */
export const workbookOf = (sheets: readonly SheetOut[]): AsyncGenerator<Uint8Array> =>
  zipOf([
    { name: "[Content_Types].xml", content: [contentTypes(sheets)] },
    { name: "_rels/.rels", content: [packageRelations] },
    { name: "xl/workbook.xml", content: [bookXml(sheets)] },
    { name: "xl/_rels/workbook.xml.rels", content: [bookRelations(sheets)] },
    { name: "xl/styles.xml", content: [styles] },
    ...sheets.map((sheet, at): Part => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: sheetXml(sheet) })),
  ]);

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const contentTypes = (sheets: readonly SheetOut[]): string =>
  `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`).join("")}</Types>`;

const packageRelations = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const bookXml = (sheets: readonly SheetOut[]): string =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${xmlText(sheetName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`;

const bookRelations = (sheets: readonly SheetOut[]): string =>
  `${declaration}<Relationships xmlns="${packages}/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`;

/** Style 1 is text, style 2 is text in bold, style 3 is text that is marked: number format 49 is “@”. */
const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF3BF"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Excel allows 31 characters and none of these. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31);

async function* sheetXml({ header, rows, widths = [] }: SheetOut): AsyncGenerator<string> {
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`;
  for (const at of header.keys())
    yield `<col min="${at + 1}" max="${at + 1}" width="${widths[at] ?? 18}" style="1" customWidth="1"/>`;
  yield `</cols><sheetData>${rowXml(header, 1, 2)}`;
  let row = 1;
  for await (const out of rows) {
    row++;
    if (row > sheetRowsMax + 1) throw new RangeError("A sheet takes at most 1,048,575 rows under its header.");
    yield "cells" in out ? rowXml(out.cells, row, 1, out.marked) : rowXml(out, row, 1);
  }
  yield "</sheetData></worksheet>";
}

const none: ReadonlySet<number> = new Set();

function rowXml(cells: readonly string[], row: number, style: number, marked = none): string {
  let xml = `<row r="${row}">`;
  for (const [at, text] of cells.entries()) {
    // A marked cell is seen also where nothing stands in it.
    if (text === "" && !marked.has(at)) continue;
    if (text.length > cellCharactersMax) throw new RangeError("A cell takes at most 32,767 characters.");
    xml += `<c r="${columnName(at)}${row}" s="${marked.has(at) ? 3 : style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
  }
  return `${xml}</row>`;
}

/** 0 is A, 27 is AB. */
function columnName(at: number): string {
  let name = "";
  for (let rest = at + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

const entities: Partial<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as a workbook holds it: signs that XML cannot say are written _x000D_, and whatever looks like that already is written so too. */
function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
    .replace(
      /[\x00-\x08\x0b-\x1f\ufffe\uffff]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    );
}
