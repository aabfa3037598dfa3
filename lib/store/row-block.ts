/**
 * Source rows are stored in blocks of up to 64: one row of the table each costs several times more to write and to read. A block is text:
 * cells parted by the unit separator, rows by the record separator (ASCII 31 and 30, meant for that). Where a cell holds one of them, or the
 * sign that escapes them, it is written as two signs. SQL reads the same: lib/store/column-values.ts.
 */
export const rowsPerBlock = 64;
/** A block of huge rows ends earlier: PostgreSQL holds no value of a gigabyte. */
export const charactersPerBlock = 1_000_000;

export const cellEnd = "\x1f";
export const rowEnd = "\x1e";
/** Before the digit that stands for a sign: 0 itself, 1 the end of a row, 2 that of a cell. */
export const escapeSign = "\x1d";

/** The text of one row in a block; a row has at least one cell. */
export function rowText(cells: readonly string[]): string {
  const text = cells.join(cellEnd);
  // Almost no file holds such a sign, so the cells are looked at one by one only then.
  const isPlain = !text.includes(rowEnd) && !text.includes(escapeSign) && endsIn(text) === cells.length - 1;
  return isPlain ? text : cells.map(escaped).join(cellEnd);
}

/** The rows of a block, in order. */
export function rowsOfBlock(text: string): string[][] {
  const rows = text.split(rowEnd).map((row) => row.split(cellEnd));
  return text.includes(escapeSign) ? rows.map((cells) => cells.map(plain)) : rows;
}

function endsIn(text: string): number {
  let ends = 0;
  for (let at = text.indexOf(cellEnd); at !== -1; at = text.indexOf(cellEnd, at + 1)) ends++;
  return ends;
}

const escaped = (cell: string): string =>
  cell.replaceAll(escapeSign, "\x1d0").replaceAll(rowEnd, "\x1d1").replaceAll(cellEnd, "\x1d2");

const plain = (cell: string): string =>
  cell.replaceAll("\x1d2", cellEnd).replaceAll("\x1d1", rowEnd).replaceAll("\x1d0", escapeSign);
