/** What stood in a cell before lib/sheets/csv-line.ts led it by an apostrophe; any other text as it is. */
export const unguarded = (text: string): string => (guardedFormula.test(text) ? text.slice(1) : text);

/** The apostrophe before what a spreadsheet would take for a formula, also after blanks and in full width. */
const guardedFormula = /^'+(?:[\s\u00A0\uFEFF]*[=+\-@＝＋－＠]|[\t\r\n])/;
