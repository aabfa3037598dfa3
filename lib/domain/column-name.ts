import { z } from "zod";

/** A column by its header, whatever place it stands in. `occurrence`: the second, third … column of the same header; absent for the first. */
export const columnNameSchema = z.strictObject({
  header: z.string().max(10_000),
  occurrence: z.number().int().min(2).max(4000).optional(),
});
export type ColumnName = z.infer<typeof columnNameSchema>;

/** The name of every column of a file, in the order of the file. */
export function columnNamesOf(headers: readonly string[]): ColumnName[] {
  const seen = new Map<string, number>();
  return headers.map((header) => {
    const occurrence = (seen.get(header) ?? 0) + 1;
    seen.set(header, occurrence);
    return occurrence === 1 ? { header } : { header, occurrence };
  });
}

export const columnKeyOf = ({ header, occurrence = 1 }: ColumnName): string => `${occurrence} ${header}`;

/** Where each column of a file stands, by its key. */
export const placesOf = (headers: readonly string[]): Map<string, number> =>
  new Map(columnNamesOf(headers).map((name, place) => [columnKeyOf(name), place]));

/** “DOB”; “Name” (the 2nd of that header). */
export function columnInWords({ header, occurrence }: ColumnName): string {
  const quoted = header.trim() === "" ? "the column without a header" : `“${header}”`;
  return occurrence === undefined ? quoted : `${quoted} (number ${occurrence} of that header)`;
}
