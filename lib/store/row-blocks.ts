import type pg from "pg";
import { rowsOfBlock } from "./row-block.ts";

export type NumberedRow = { rowNumber: number; cells: string[] };
export type StoredRow = NumberedRow & { lineNumber: number };
/** Rows of a file as row-block.ts writes them. */
export type BlockText = { firstRow: number; rows: string };
/** A row of the table `SourceBlock`. */
export type SourceBlock = BlockText & { lineNumbers: number[] };

/** Blocks become rows only when their turn comes: rows that wait fall out of the processor's cache, which costs more than making them. */
export const rowsOf = ({ firstRow, rows }: BlockText): NumberedRow[] =>
  rowsOfBlock(rows).map((cells, at) => ({ rowNumber: firstRow + at, cells }));

export const storedRowsOf = (block: SourceBlock): StoredRow[] =>
  rowsOf(block).map((row, at) => ({ ...row, lineNumber: block.lineNumbers[at] ?? 0 }));

/**
 * The blocks of a file in order, some four thousand rows at a time; the next ones are fetched while the caller works. Rows are numbered
 * without gaps, so what is fetched is a range: without statistics the server would sort the whole table for each `limit`. Line numbers are
 * counted and left there: a million of them take a second to become numbers.
 */
export async function* blockBatches(
  pool: pg.Pool,
  fileId: string,
): AsyncGenerator<(BlockText & { rowCount: number })[], undefined> {
  const fetch = async (after: number) => {
    const { rows } = await pool.query<[number, number, string]>({
      text: `select "firstRow", cardinality("lineNumbers"), "rows" from "SourceBlock" where "fileId" = $1 and "firstRow" > $2 and "firstRow" <= $2 + $3 order by "firstRow"`,
      values: [fileId, after, rowsFetched],
      rowMode: "array",
    });
    return rows.map(([firstRow, rowCount, text]) => ({ firstRow, rowCount, rows: text }));
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

const rowsFetched = 4_096;
