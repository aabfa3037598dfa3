#!/usr/bin/env node
/**
 * Only the embedded PostgreSQL, for development and tests:
 *   node bin/database.mjs start --dir /tmp/x [--throw-away]
 * prints its URL on one line, runs until Ctrl-C or SIGTERM, keeps the data in that folder.
 */
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Halt } from "./halt.mjs";
import { startPostgres } from "./postgres/start-postgres.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dir: { type: "string" }, "throw-away": { type: "boolean", default: false } },
});

try {
  if (positionals[0] !== "start" || !values.dir) {
    throw new Halt("Say where the database lies: node bin/database.mjs start --dir <folder> [--throw-away].");
  }
  const home = path.resolve(values.dir);
  if (!existsSync(home)) mkdirSync(home, { recursive: true, mode: 0o755 });
  const postgres = await startPostgres({ home, isThrowAway: values["throw-away"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => postgres.stop());
  console.log(postgres.url);
  process.exitCode = (await postgres.exited) ?? 1;
} catch (error) {
  if (!(error instanceof Halt)) throw error;
  console.error(error.tail ? `${error.message}\n\n${error.tail}` : error.message);
  process.exitCode = 1;
}
