/** The columns that a problem sheet has before those of its source. Plain ASCII: no encoding can damage them. */
export const sheetHeaders = ["Row id (leave as it is)", "What is wrong", "How to put it right"] as const;

/** Which problem sheet a row is of, which row it is, and what its cells were when it was downloaded. */
export type RowId = { sheet: number; rowNumber: number; digest: string };

/** `P12-345-9f3ab2c4d1`: no spreadsheet takes it for a number, a date or a formula. */
export const rowIdOf = ({ sheet, rowNumber, digest }: RowId): string => `P${sheet}-${rowNumber}-${digest}`;

/** The id in a cell; undefined when it is none. */
export function readRowId(cell: string): RowId | undefined {
  const [, sheet, rowNumber, digest] = /^\s*'?P(\d{1,9})-(\d{1,9})-([0-9a-f]{10})\s*$/i.exec(cell) ?? [];
  if (sheet === undefined || rowNumber === undefined || digest === undefined) return undefined;
  return { sheet: Number(sheet), rowNumber: Number(rowNumber), digest: digest.toLowerCase() };
}

/** Which column holds row ids: by its header, else by what stands in it. */
export function idColumnOf(columns: readonly string[], rows: readonly (readonly string[])[]): number | undefined {
  const named = columns.findIndex((name) => name.trim().toLowerCase() === sheetHeaders[0].toLowerCase());
  if (named !== -1) return named;
  const found = columns.findIndex((_, at) => rows.some((cells) => readRowId(cells[at] ?? "") !== undefined));
  return found === -1 ? undefined : found;
}
