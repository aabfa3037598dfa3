import type pg from "pg";
import { rowsOfBlock, rowsPerBlock } from "./row-block.ts";

export type StoredRow = { rowNumber: number; lineNumber: number; cells: string[] };

/** The rows of one block, or of several. */
export const rowsOf = ({ firstRow, lineNumbers, rows }: { firstRow: number; lineNumbers: number[]; rows: string }) =>
  rowsOfBlock(rows).map(
    (cells, at): StoredRow => ({ rowNumber: firstRow + at, lineNumber: lineNumbers[at] ?? 0, cells }),
  );

/**
 * The source rows of a file in order, in batches of about `size`; the next batch is fetched while the caller works on this one. Rows are
 * numbered without gaps, so a batch is a range: without statistics the server would sort the whole table for each `limit`.
 * @param size at least the rows of a block
 */
export async function* rowBatches(pool: pg.Pool, fileId: string, size: number): AsyncGenerator<StoredRow[]> {
  const fetch = async (after: number): Promise<StoredRow[]> => {
    const { rows } = await pool.query<[number, number[], string]>({
      text: `select "firstRow", "lineNumbers", "rows" from "SourceBlock" where "fileId" = $1 and "firstRow" > $2 and "firstRow" <= $2 + $3 order by "firstRow"`,
      values: [fileId, after, Math.max(size, rowsPerBlock)],
      rowMode: "array",
    });
    return rows.flatMap(([firstRow, lineNumbers, text]) => rowsOf({ firstRow, lineNumbers, rows: text }));
  };
  let batch = await fetch(0);
  while (batch.length > 0) {
    const next = fetch(batch.at(-1)?.rowNumber ?? 0);
    // Heard below; a failure while the caller is busy must not count as unheard.
    next.catch(() => {});
    yield batch;
    batch = await next;
  }
}
