import type { Db, Tx } from "./client.ts";
import { rowEnd, rowsPerBlock, rowText } from "./row-block.ts";
import { type SourceBlock, type StoredRow, storedRowsOf } from "./row-blocks.ts";

/** One row of a file; null when it has no such row. */
export async function sourceRow(db: Db, fileId: string, rowNumber: number): Promise<StoredRow | null> {
  const [row] = await sourceRowsAfter(db, fileId, rowNumber - 1, 1);
  return row?.rowNumber === rowNumber ? row : null;
}

/** These rows of a file, by row number; those that it does not have are missing. */
export async function sourceRowsAt(
  db: Db | Tx,
  fileId: string,
  rowNumbers: readonly number[],
): Promise<Map<number, StoredRow>> {
  const blocks = await db.$queryRaw<SourceBlock[]>`
    select b."firstRow", b."lineNumbers", b."rows" from "SourceBlock" b
    where b."fileId" = ${fileId}::uuid and b."firstRow" in (
      select (select max(o."firstRow") from "SourceBlock" o where o."fileId" = ${fileId}::uuid and o."firstRow" <= n)
      from unnest(${[...rowNumbers]}::int[]) as n)
    order by b."firstRow"`;
  const wanted = new Set(rowNumbers);
  const rows = blocks.flatMap((block) => storedRowsOf(block).filter((row) => wanted.has(row.rowNumber)));
  return new Map(rows.map((row) => [row.rowNumber, row]));
}

/** At most `count` rows in order, from the one after row number `after`. */
export async function sourceRowsAfter(db: Db | Tx, fileId: string, after: number, count: number): Promise<StoredRow[]> {
  const blocks = await db.sourceBlock.findMany({
    // The row after `after` may stand anywhere in a block that begins this much earlier.
    where: { fileId, firstRow: { gt: after + 1 - rowsPerBlock, lte: after + count } },
    orderBy: { firstRow: "asc" },
  });
  return blocks.flatMap(storedRowsOf).filter(({ rowNumber }) => rowNumber > after && rowNumber <= after + count);
}

/** Rows as the table holds them, under a header on line 1. For worlds that are made without reading a file. */
export function blocksOf(fileId: string, rows: readonly (readonly string[])[], firstRow = 1) {
  return Array.from({ length: Math.ceil(rows.length / rowsPerBlock) }, (_, block) => {
    const start = block * rowsPerBlock;
    const inBlock = rows.slice(start, start + rowsPerBlock);
    return {
      fileId,
      firstRow: firstRow + start,
      lineNumbers: inBlock.map((_, at) => firstRow + start + at + 1),
      rows: inBlock.map(rowText).join(rowEnd),
    };
  });
}
