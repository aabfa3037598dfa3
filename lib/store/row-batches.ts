import type pg from "pg";
import { rowsOfBlock } from "./row-block.ts";

export type StoredRow = { rowNumber: number; lineNumber: number; cells: string[] };

/** The rows of one block, or of several. */
export const rowsOf = ({ firstRow, lineNumbers, rows }: { firstRow: number; lineNumbers: number[]; rows: string }) =>
  rowsOfBlock(rows).map(
    (cells, at): StoredRow => ({ rowNumber: firstRow + at, lineNumber: lineNumbers[at] ?? 0, cells }),
  );

/**
 * The source rows of a file in order, block by block; they are fetched some thousand at a time, and the next ones while the caller works.
 * Rows are numbered without gaps, so what is fetched is a range: without statistics the server would sort the whole table for each `limit`.
 * A block becomes rows only when its turn comes: rows that wait fall out of the processor's cache, which costs more than making them.
 */
export async function* rowBlocks(pool: pg.Pool, fileId: string): AsyncGenerator<StoredRow[]> {
  const fetch = async (after: number) => {
    const { rows } = await pool.query<[number, number[], string]>({
      text: `select "firstRow", "lineNumbers", "rows" from "SourceBlock" where "fileId" = $1 and "firstRow" > $2 and "firstRow" <= $2 + $3 order by "firstRow"`,
      values: [fileId, after, rowsFetched],
      rowMode: "array",
    });
    return rows.map(([firstRow, lineNumbers, text]) => ({ firstRow, lineNumbers, rows: text }));
  };
  let blocks = await fetch(0);
  for (let last = blocks.at(-1); last; last = blocks.at(-1)) {
    const next = fetch(last.firstRow);
    // Heard below; a failure while the caller is busy must not count as unheard.
    next.catch(() => {});
    for (const block of blocks) yield rowsOf(block);
    blocks = await next;
  }
}

const rowsFetched = 2_048;
