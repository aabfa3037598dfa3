import type pg from "pg";
import { rowsOfBlock } from "./row-block.ts";

export type StoredRow = { rowNumber: number; lineNumber: number; cells: string[] };
/** A row of the table `SourceBlock`; `rows` is read by row-block.ts. */
export type SourceBlock = { firstRow: number; lineNumbers: number[]; rows: string };

/** Blocks become rows only when their turn comes: rows that wait fall out of the processor's cache, which costs more than making them. */
export const rowsOf = ({ firstRow, lineNumbers, rows }: SourceBlock): StoredRow[] =>
  rowsOfBlock(rows).map((cells, at) => ({ rowNumber: firstRow + at, lineNumber: lineNumbers[at] ?? 0, cells }));

/**
 * The blocks of a file in order, some two thousand rows at a time; the next ones are fetched while the caller works. Rows are numbered
 * without gaps, so what is fetched is a range: without statistics the server would sort the whole table for each `limit`.
 */
export async function* blockBatches(pool: pg.Pool, fileId: string): AsyncGenerator<SourceBlock[], undefined> {
  const fetch = async (after: number): Promise<SourceBlock[]> => {
    const { rows } = await pool.query<[number, number[], string]>({
      text: `select "firstRow", "lineNumbers", "rows" from "SourceBlock" where "fileId" = $1 and "firstRow" > $2 and "firstRow" <= $2 + $3 order by "firstRow"`,
      values: [fileId, after, rowsFetched],
      rowMode: "array",
    });
    return rows.map(([firstRow, lineNumbers, text]) => ({ firstRow, lineNumbers, rows: text }));
  };
  let batch = await fetch(0);
  for (let last = batch.at(-1); last; last = batch.at(-1)) {
    const next = fetch(last.firstRow);
    // Heard below; a failure while the caller is busy must not count as unheard.
    next.catch(() => {});
    yield batch;
    batch = await next;
  }
}

const rowsFetched = 2_048;
