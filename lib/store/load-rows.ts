import type pg from "pg";
import { copyIn } from "./copy-in.ts";
import { gatherLines } from "./copy-lines.ts";
import { copyText } from "./copy-text.ts";
import { charactersPerBlock, rowEnd, rowsPerBlock, rowText } from "./row-block.ts";
import type { BlockText } from "./row-blocks.ts";

type Row = { lineNumber: number; cells: readonly string[] };

/** What the reader of a table writes to, in order from the first row: rows gather in blocks until `flush` sends them. */
export type RowLoader = { row(row: Row): void; flush(): Promise<void> };

/**
 * Replaces the source rows of a file by those that `read` gives, in one transaction: all of them, or the rows as they were. `onBlock` sees
 * them as they go.
 */
export async function loadRows<T>(
  client: pg.PoolClient,
  fileId: string,
  read: (loader: RowLoader) => Promise<T>,
  onBlock: (block: BlockText) => void = () => {},
): Promise<T> {
  await client.query("begin");
  try {
    await client.query(`delete from "SourceBlock" where "fileId" = $1`, [fileId]);
    const copy = copyIn(client, {
      table: `"SourceBlock" ("fileId", "firstRow", "lineNumbers", "rows")`,
      format: "text",
    });
    try {
      const loader = loaderInto(copy, fileId, onBlock);
      const result = await read(loader);
      await loader.end();
      await copy.end();
      await client.query("commit");
      // Else nothing is known of the new blocks until autovacuum comes by, and the first screens wait for full scans. Nobody compares their text.
      await client.query(`analyze "SourceBlock" ("fileId", "firstRow")`).catch(() => {});
      return result;
    } catch (cause) {
      await copy.abort();
      throw cause;
    }
  } catch (cause) {
    // The first failure is the one to tell, also when the connection is gone and cannot roll back.
    await client.query("rollback").catch(() => {});
    throw cause;
  }
}

function loaderInto(
  copy: { write(lines: Uint8Array): Promise<void> },
  fileId: string,
  onBlock: (block: BlockText) => void,
) {
  const lines = gatherLines();
  let texts: string[] = [];
  let lineNumbers: number[] = [];
  let characters = 0;
  let firstRow = 1;
  const closeBlock = () => {
    if (texts.length === 0) return;
    const rows = texts.join(rowEnd);
    onBlock({ firstRow, rows });
    lines.add(`${fileId}\t${firstRow}\t{${lineNumbers.join(",")}}\t${copyText(rows)}\n`);
    firstRow += texts.length;
    texts = [];
    lineNumbers = [];
    characters = 0;
  };
  const flush = () => copy.write(lines.take());
  return {
    row({ lineNumber, cells }: Row) {
      const text = rowText(cells);
      texts.push(text);
      lineNumbers.push(lineNumber);
      characters += text.length;
      if (texts.length === rowsPerBlock || characters >= charactersPerBlock) closeBlock();
    },
    flush,
    async end() {
      closeBlock();
      await flush();
    },
  };
}

export async function deleteRowsOf(pool: pg.Pool, fileId: string): Promise<void> {
  await pool.query(`delete from "SourceBlock" where "fileId" = $1`, [fileId]);
}
