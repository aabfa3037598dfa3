import { once } from "node:events";
import type pg from "pg";
import { from } from "pg-copy-streams";

/** `table` with its columns: `"SourceBlock" ("fileId", "rows")`. */
export type CopyTarget = { table: string; format: "text" | "binary" };

export type CopyIn = {
  /** In the text format: lines (UTF-8), each ended by a newline. Waits while the server is behind. */
  write(bytes: Uint8Array): Promise<void>;
  /** Ends the copy; what was written stands in the transaction of `client`. */
  end(): Promise<void>;
  /** Gives up; the transaction of `client` is broken and must be rolled back. */
  abort(): Promise<void>;
};

/** One COPY … FROM STDIN on a client. */
export function copyIn(client: pg.PoolClient, { table, format }: CopyTarget): CopyIn {
  const stream = client.query(from(`copy ${table} from stdin (format ${format})`));
  let failure: Error | undefined;
  const ended = new Promise<void>((resolve) => {
    stream.on("error", (error: Error) => {
      failure ??= error;
      resolve();
    });
    stream.on("finish", resolve);
  });
  const check = () => {
    if (failure) throw failure;
  };
  return {
    async write(bytes) {
      check();
      if (bytes.length > 0 && !stream.write(bytes)) await Promise.race([once(stream, "drain").catch(() => {}), ended]);
      check();
    },
    async end() {
      stream.end();
      await ended;
      check();
    },
    async abort() {
      failure ??= new Error("The copy was given up.");
      stream.destroy(failure);
      await ended;
    },
  };
}
