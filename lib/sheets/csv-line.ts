/** Excel takes a file for UTF-8 only when it begins so. */
export const byteOrderMark = "\uFEFF";

/**
 * One line of a CSV file for people (RFC 4180, CRLF). A cell that a spreadsheet would run as a formula is led by an
 * apostrophe: data of a legacy system is written by strangers.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/**
 * The text as it is shown, made harmless where a spreadsheet would take it for a formula. So is what looks like such a text already: then
 * taking one apostrophe off (lib/domain/unguarded.ts) gives back exactly what was written.
 */
export function guarded(text: string): string {
  return startsFormula.test(text) ? `'${text}` : text;
}

/** Also after blanks that spreadsheets trim, and in the full-width forms that some take for the same. */
const startsFormula = /^'*(?:[\s\u00A0\uFEFF]*[=+\-@＝＋－＠]|[\t\r\n])/;

function csvCell(text: string): string {
  const cell = guarded(text);
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
