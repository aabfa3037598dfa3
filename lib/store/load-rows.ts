import type pg from "pg";
import { copyIn } from "./copy-in.ts";
import { copyTextArray } from "./copy-text.ts";

type Row = { rowNumber: number; lineNumber: number; cells: readonly string[] };

/** What the reader of a table writes to: rows gather until `flush` sends them. */
export type RowLoader = { row(row: Row): void; flush(): Promise<void> };

/** Replaces the source rows of a file by those that `read` gives, in one transaction: all of them, or the rows as they were. */
export async function loadRows<T>(
  client: pg.PoolClient,
  fileId: string,
  read: (loader: RowLoader) => Promise<T>,
): Promise<T> {
  await client.query("begin");
  try {
    await client.query(`delete from "SourceRow" where "fileId" = $1`, [fileId]);
    const copy = copyIn(client, `"SourceRow" ("fileId", "rowNumber", "lineNumber", cells)`);
    try {
      const result = await read(loaderInto(copy, fileId));
      await copy.end();
      await client.query("commit");
      // Else nothing is known of a million new rows until autovacuum comes by, and the first screens wait for full scans.
      await client.query(`analyze "SourceRow"`).catch(() => {});
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

function loaderInto(copy: { write(lines: string): Promise<void> }, fileId: string): RowLoader {
  let lines = "";
  return {
    row({ rowNumber, lineNumber, cells }) {
      lines += `${fileId}\t${rowNumber}\t${lineNumber}\t${copyTextArray(cells)}\n`;
    },
    async flush() {
      const ready = lines;
      lines = "";
      await copy.write(ready);
    },
  };
}

export async function deleteRowsOf(pool: pg.Pool, fileId: string): Promise<void> {
  await pool.query(`delete from "SourceRow" where "fileId" = $1`, [fileId]);
}
