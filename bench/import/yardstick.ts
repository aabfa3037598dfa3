import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from } from "pg-copy-streams";
import { header } from "./book-file.ts";

/** Seconds that COPY takes for the same file into a table of text columns on the same server: what `\copy` of psql does. */
export async function copySeconds(databaseUrl: string, path: string): Promise<number> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query("drop table if exists yardstick");
    await client.query(`create table yardstick (${header.map((name) => `"${name}" text`).join(", ")})`);
    const begun = performance.now();
    await pipeline(
      createReadStream(path, { highWaterMark: 1 << 20 }),
      client.query(from("copy yardstick from stdin with (format csv, header)")),
    );
    return (performance.now() - begun) / 1000;
  } finally {
    await client.query("drop table if exists yardstick").catch(() => {});
    await client.end();
  }
}
