import { parseArgs } from "node:util";
import type { Panel } from "../bin/demo/panel.ts";
import { listChunks } from "../lib/contracts/chunks.ts";
import { listFiles, readRows } from "../lib/contracts/files.ts";
import { listCauses, listRecords } from "../lib/contracts/issues.ts";
import { readMapping } from "../lib/contracts/mapping.ts";
import { listMigrations, readMigration } from "../lib/contracts/migrations.ts";
import { readPlan } from "../lib/contracts/plan.ts";
import { readRecord } from "../lib/contracts/records.ts";
import { readReport } from "../lib/contracts/report.ts";
import { importBook } from "./import/import-book.ts";
import { withBenchPanel } from "./import/with-bench-panel.ts";
import { millisecondsOf } from "./milliseconds-of.ts";
import { printTable } from "./print-table.ts";
import { rounded } from "./rounded.ts";

const rounds = 30;

/** `npm run bench -- screens --rows 1000000`: how long each screen's own questions take when a book of that size is in the panel. */
export async function benchScreens(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { rows: { type: "string", default: "1000000" } } });
  const rows = Number(values.rows);
  await withBenchPanel(async ({ operator, newBook }) => {
    const { migrationId, fileId } = await importBook(operator, await newBook({ rows, seed: 7, format: "csv" }));
    const results: { screen: string; p50: number; p95: number }[] = [];
    for (const [screen, ask] of Object.entries(await questionsOf(operator, { migrationId, fileId, rows })))
      results.push({ screen, ...(await millisecondsOf(ask, rounds)) });
    printTable(results.map(({ screen, p50, p95 }) => ({ screen, "p50 ms": p50.toFixed(1), "p95 ms": p95.toFixed(1) })));
    console.log(JSON.stringify({ bench: "screens", rows, rounds, results }, rounded));
  });
}

type Ask = () => Promise<unknown>;

async function questionsOf(
  operator: Panel,
  { migrationId, fileId, rows }: { migrationId: string; fileId: string; rows: number },
): Promise<Record<string, Ask>> {
  const params = { migrationId };
  const search = `B${String(Math.floor(rows / 2)).padStart(8, "0")}`;
  const { records } = await operator.call(listRecords, { params });
  const recordId = records[0]?.id ?? "";
  return {
    migrations: () => operator.call(listMigrations),
    overview: () => operator.call(readMigration, { params }),
    files: () => operator.call(listFiles, { params }),
    "rows of a file, in the middle": () =>
      operator.call(readRows, { params: { fileId }, query: { after: Math.floor(rows / 2) } }),
    mapping: () => operator.call(readMapping, { params: { fileId } }),
    review: () => operator.call(listCauses, { params }),
    plan: () => operator.call(readPlan, { params }),
    chunks: () => operator.call(listChunks, { params }),
    records: () => operator.call(listRecords, { params }),
    "records, by reference": () => operator.call(listRecords, { params, query: { search } }),
    "records, invalid": () => operator.call(listRecords, { params, query: { readiness: "invalid" } }),
    record: () => operator.call(readRecord, { params: { recordId } }),
    report: () => operator.call(readReport, { params }),
  };
}
