import { mkdtempSync, openAsBlob, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Panel, signIn } from "../bin/demo/panel.ts";
import { suggestedMapping } from "../bin/demo/suggested-mapping.ts";
import { waitFor } from "../bin/demo/wait-for.ts";
import { startOwnPanel } from "../bin/test/own-panel.mjs";
import { readFile } from "../lib/contracts/files.ts";
import { listCauses } from "../lib/contracts/issues.ts";
import { readMapping, saveMapping } from "../lib/contracts/mapping.ts";
import { createMigration } from "../lib/contracts/migrations.ts";
import { demoPassword } from "../lib/settings/people/demo-people.ts";
import { writeBookFile } from "./import/book-file.ts";
import { peakMemoryOf } from "./import/peak-memory.ts";
import { copySeconds } from "./import/yardstick.ts";

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
  const folder = mkdtempSync(join(os.tmpdir(), "causeway-bench-"));
  const path = join(folder, "book.csv");
  const made = await writeBookFile(path, rows, Number(values.seed));
  console.error(`${rows.toLocaleString("en-GB")} rows, ${(made.bytes / 1e6).toFixed(1)} MB`);
  const panel = await startOwnPanel({ env: process.env, signal: new AbortController().signal });
  try {
    const databaseUrl = process.env.E2E_DATABASE_URL || embeddedUrl(panel.dataDir);
    const before = await copySeconds(databaseUrl, path);
    const seconds = await importSeconds(
      await signIn(panel.baseUrl, "operator@causeway.example", demoPassword),
      path,
      made,
    );
    const yardstick = Math.min(before, await copySeconds(databaseUrl, path));
    const total = seconds.upload + seconds.stage + seconds.check;
    const told = {
      rows,
      megabytes: made.bytes / 1e6,
      seconds: { ...seconds, total },
      yardstick,
      ratio: total / yardstick,
      peak: peakMemoryOf(panel.dataDir),
    };
    console.log(
      JSON.stringify(told, (_, value) => (typeof value === "number" ? Math.round(value * 100) / 100 : value)),
    );
  } finally {
    await panel.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Seconds = { upload: number; stage: number; map: number; check: number; firstScreen: number };

async function importSeconds(operator: Panel, path: string, made: { sha256: string }): Promise<Seconds> {
  const { migrationId } = await operator.call(createMigration, {
    body: { name: "Benchmark", sourceSystem: "Generated" },
  });
  let begun = performance.now();
  const lap = () => {
    const seconds = (performance.now() - begun) / 1000;
    begun = performance.now();
    return seconds;
  };
  const body = await openAsBlob(path);
  const { fileId } = await operator.upload(
    `/api/migrations/${migrationId}/files?entityType=individual`,
    "book.csv",
    body,
    made.sha256,
  );
  const upload = lap();
  const fileIs = (isSo: (file: Awaited<ReturnType<typeof fileNow>>) => boolean) =>
    waitFor("the file", async () => isSo(await fileNow()) || undefined, 1_800_000, 100);
  const fileNow = () => operator.call(readFile, { params: { fileId } });
  await fileIs(({ status }) => status === "parsed");
  const stage = lap();
  const screen = await operator.call(readMapping, { params: { fileId } });
  const map = lap();
  const { version } = await operator.call(saveMapping, { params: { fileId }, body: suggestedMapping(screen) });
  await fileIs(({ checkedVersion, checkFailure }) => checkedVersion === version || checkFailure !== null);
  const check = lap();
  await operator.call(listCauses, { params: { migrationId } });
  return { upload, stage, map, check, firstScreen: lap() };
}

function embeddedUrl(dataDir: string): string {
  const { port, password } = JSON.parse(readFileSync(join(dataDir, "database.json"), "utf8")) as {
    port: number;
    password: string;
  };
  return `postgresql://causeway:${password}@127.0.0.1:${port}/causeway`;
}
