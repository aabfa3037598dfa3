import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import { join } from "node:path";
import { type Panel, signIn } from "../../bin/demo/panel.ts";
import { startOwnPanel } from "../../bin/test/own-panel.mjs";
import { demoPassword } from "../../lib/settings/people/demo-people.ts";
import { writeBookFile } from "./book-file.ts";

export type BenchPanel = {
  operator: Panel;
  dataDir: string;
  /** The generated file. */
  path: string;
  made: { bytes: number; sha256: string };
};

/** A panel and a generated file for one benchmark; both are gone afterwards. */
export async function withBenchPanel(
  book: { rows: number; seed: number },
  work: (panel: BenchPanel) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(os.tmpdir(), "causeway-bench-"));
  try {
    const path = join(folder, "book.csv");
    const made = await writeBookFile(path, book.rows, book.seed);
    console.error(`${book.rows.toLocaleString("en-GB")} rows, ${(made.bytes / 1e6).toFixed(1)} MB`);
    const panel = await startOwnPanel({ env: process.env, signal: new AbortController().signal });
    try {
      const operator = await signIn(panel.baseUrl, "operator@causeway.example", demoPassword);
      await work({ operator, dataDir: panel.dataDir, path, made });
    } finally {
      await panel.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
