import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bookFormats } from "./import/book-file.ts";
import { importBook } from "./import/import-book.ts";
import { type PeakMemory, peakMemoryOf } from "./import/peak-memory.ts";
import { withBenchPanel } from "./import/with-bench-panel.ts";
import { copySeconds } from "./import/yardstick.ts";
import { rounded } from "./rounded.ts";

const smallRows = 100_000;

/**
 * `npm run bench -- import --rows 1000000 [--format xlsx]`: a panel of its own; a seeded file uploaded over HTTP, staged, mapped, checked
 * and stored. One JSON line: seconds by phase, peak memory, and `ratio` = all of it / COPY of the same rows into a text table. A book of
 * 100,000 rows goes first, so that the two peaks show whether memory grows with the file.
 */
export async function benchImport(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      rows: { type: "string", default: "1000000" },
      seed: { type: "string", default: "7" },
      format: { type: "string", default: "csv" },
    },
  });
  const [rows, seed] = [Number(values.rows), Number(values.seed)];
  const format = bookFormats.find((each) => each === values.format);
  if (!format) throw new Error(`--format is ${bookFormats.join(" or ")}.`);
  await withBenchPanel(async ({ operator, dataDir, newBook }) => {
    const peaks: Record<string, PeakMemory> = {};
    if (rows > smallRows) {
      await importBook(operator, await newBook({ rows: smallRows, seed, format }));
      peaks[smallRows] = peakMemoryOf(dataDir);
    }
    const book = await newBook({ rows, seed, format });
    const csv = format === "csv" ? book : await newBook({ rows, seed, format: "csv" });
    const databaseUrl = process.env.E2E_DATABASE_URL || embeddedUrl(dataDir);
    const before = await copySeconds(databaseUrl, csv.path);
    const { seconds } = await importBook(operator, book);
    peaks[rows] = peakMemoryOf(dataDir);
    const yardstick = Math.min(before, await copySeconds(databaseUrl, csv.path));
    const total = seconds.upload + seconds.stage + seconds.check;
    const told = {
      bench: "import",
      rows,
      format,
      megabytes: book.bytes / 1e6,
      seconds: { ...seconds, total },
      yardstick,
      ratio: total / yardstick,
      peaks,
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
