import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { importBook } from "./import/import-book.ts";
import { peakMemoryOf } from "./import/peak-memory.ts";
import { withBenchPanel } from "./import/with-bench-panel.ts";
import { copySeconds } from "./import/yardstick.ts";
import { rounded } from "./rounded.ts";

/**
 * `npm run bench -- import --rows 1000000`: a panel of its own; a seeded file uploaded over HTTP, staged, mapped, checked and
 * stored. One JSON line: seconds by phase, peak memory, and `ratio` = all of it / COPY of the same file into a text table.
 */
export async function benchImport(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { rows: { type: "string", default: "1000000" }, seed: { type: "string", default: "7" } },
  });
  const rows = Number(values.rows);
  await withBenchPanel({ rows, seed: Number(values.seed) }, async ({ operator, dataDir, path, made }) => {
    const databaseUrl = process.env.E2E_DATABASE_URL || embeddedUrl(dataDir);
    const before = await copySeconds(databaseUrl, path);
    const { seconds } = await importBook(operator, path, made);
    const yardstick = Math.min(before, await copySeconds(databaseUrl, path));
    const total = seconds.upload + seconds.stage + seconds.check;
    const peak = peakMemoryOf(dataDir);
    const told = {
      bench: "import",
      rows,
      megabytes: made.bytes / 1e6,
      seconds: { ...seconds, total },
      yardstick,
      ratio: total / yardstick,
      peak,
    };
    console.log(JSON.stringify(told, rounded));
  });
}

function embeddedUrl(dataDir: string): string {
  const { port, password } = JSON.parse(readFileSync(join(dataDir, "database.json"), "utf8")) as {
    port: number;
    password: string;
  };
  return `postgresql://causeway:${password}@127.0.0.1:${port}/causeway`;
}
