import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import { join } from "node:path";
import { type Panel, signIn } from "../../bin/demo/panel.ts";
import { startOwnPanel } from "../../bin/test/own-panel.mjs";
import { demoPassword } from "../../lib/settings/people/demo-people.ts";
import { type Book, writeBookFile } from "./book-file.ts";

export type BenchPanel = {
  operator: Panel;
  dataDir: string;
  /** Writes a generated file, which is gone with the panel. */
  newBook(book: Book): Promise<BookOnDisk>;
};
export type BookOnDisk = { path: string; bytes: number; sha256: string };

/** A panel for one benchmark; it is gone afterwards with everything in it. */
export async function withBenchPanel(work: (panel: BenchPanel) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(os.tmpdir(), "causeway-bench-"));
  try {
    const panel = await startOwnPanel({ env: process.env, signal: new AbortController().signal });
    try {
      const operator = await signIn(panel.baseUrl, "operator@causeway.example", demoPassword);
      await work({ operator, dataDir: panel.dataDir, newBook: (book) => newBook(folder, book) });
    } finally {
      await panel.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function newBook(folder: string, book: Book): Promise<BookOnDisk> {
  const path = join(folder, `book-${book.rows}.${book.format}`);
  const made = await writeBookFile(path, book);
  console.error(`${book.rows.toLocaleString("en-GB")} rows, ${(made.bytes / 1e6).toFixed(1)} MB`);
  return { path, ...made };
}
