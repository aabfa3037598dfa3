import { parseArgs } from "node:util";
import type { Panel } from "../bin/demo/panel.ts";
import { waitFor } from "../bin/demo/wait-for.ts";
import { excludeChosen, fixChosen, lookAtChosen } from "../lib/contracts/chosen-records.ts";
import { correctRecord, fixCause, listFixes, undoFix } from "../lib/contracts/fixes.ts";
import { listCauses, listExclusions, listRecords, undoExclusion } from "../lib/contracts/issues.ts";
import { readMe } from "../lib/contracts/people.ts";
import { readRecord } from "../lib/contracts/records.ts";
import { importBook } from "./import/import-book.ts";
import { withBenchPanel } from "./import/with-bench-panel.ts";
import { millisecondsOf, percentiles } from "./milliseconds-of.ts";
import { printTable } from "./print-table.ts";
import { rounded } from "./rounded.ts";

const rounds = 30;
const oneRecordFixes = 30;

/**
 * `npm run bench -- review --rows 100000`: what a person waits for in the review of a book of which three rows in ten have an issue, most of them
 * an address without a postcode. Looks
 * are compared with asking who is signed in; fixes of many with what the check of the whole file took for as many rows.
 */
export async function benchReview(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { rows: { type: "string", default: "100000" } } });
  const rows = Number(values.rows);
  await withBenchPanel(async ({ operator, newBook }) => {
    const book = await newBook({ rows, seed: 7, format: "csv", thinIn: 4 });
    const { migrationId, seconds } = await importBook(operator, book);
    const perRowMs = (seconds.check * 1000) / rows;
    const issues = await countIssues(operator, migrationId);
    const yardstick = await millisecondsOf(() => operator.call(readMe), rounds);
    const looks = await looksOf(operator, migrationId, rows);
    const oneFix = await oneRecordFix(operator, migrationId);
    const many = await manyAtOnce(operator, migrationId, Math.floor(rows / 10));
    printTable([
      ...[
        ["who is signed in (yardstick)", yardstick] as const,
        ...Object.entries(looks),
        ["one record corrected", oneFix] as const,
      ].map(([what, { p50, p95 }]) => ({
        what,
        "p50 ms": p50.toFixed(1),
        "p95 ms": p95.toFixed(1),
        ratio: (p50 / yardstick.p50).toFixed(1),
      })),
    ]);
    printTable(
      many.map(({ what, records, ms }) => ({
        what,
        records: String(records),
        ms: ms.toFixed(0),
        "of a whole check": (ms / (records * perRowMs)).toFixed(1),
      })),
    );
    const told = { bench: "review", rows, issues, rounds, check: seconds.check, yardstick, looks, oneFix, many };
    console.log(JSON.stringify(told, rounded));
  });
}

async function looksOf(operator: Panel, migrationId: string, rows: number) {
  const params = { migrationId };
  const deep = await pageAfter(operator, migrationId, Math.min(20, Math.floor(rows / 200)));
  const chosen = { filter: { role: "client", readiness: "invalid" } } as const;
  const asks: Record<string, () => Promise<unknown>> = {
    review: () => operator.call(listCauses, { params }),
    records: () => operator.call(listRecords, { params, query: { role: "client" } }),
    "records, a later page": () =>
      operator.call(listRecords, { params, query: { role: "client", ...(deep && { after: deep }) } }),
    "records, invalid": () => operator.call(listRecords, { params, query: chosen.filter }),
    "records of a cause": () =>
      operator.call(listRecords, { params, query: { code: "record.full_address_incomplete" } }),
    corrections: () => operator.call(listFixes, { params }),
    exclusions: () => operator.call(listExclusions, { params }),
    "what is chosen, invalid": () => operator.call(lookAtChosen, { params, body: { chosen } }),
    "what is chosen, all": () =>
      operator.call(lookAtChosen, { params, body: { chosen: { filter: { role: "client" as const } } } }),
  };
  const looks: Record<string, { p50: number; p95: number }> = {};
  for (const [what, ask] of Object.entries(asks)) looks[what] = await millisecondsOf(ask, rounds);
  return looks;
}

async function pageAfter(operator: Panel, migrationId: string, pages: number): Promise<string | undefined> {
  let after: string | undefined;
  for (let page = 0; page < pages; page++) {
    const { next } = await operator.call(listRecords, {
      params: { migrationId },
      query: { role: "client", ...(after && { after }) },
    });
    after = next ?? undefined;
  }
  return after;
}

/** The whole act, as the screen gives it: the command with the check of the record and its doubles in it. */
async function oneRecordFix(operator: Panel, migrationId: string) {
  const query = { code: "field.required", field: "familyName" } as const;
  const { records } = await operator.call(listRecords, { params: { migrationId }, query });
  const times: number[] = [];
  for (const { id: recordId } of records.slice(0, oneRecordFixes)) {
    const { seen } = await operator.call(readRecord, { params: { recordId } });
    const begun = performance.now();
    const body = { seen, texts: { familyName: "Saltford" }, reason: "benchmark" };
    await operator.call(correctRecord, { params: { recordId }, body });
    times.push(performance.now() - begun);
  }
  return percentiles(times);
}

async function manyAtOnce(operator: Panel, migrationId: string, most: number) {
  const params = { migrationId };
  const results: { what: string; records: number; ms: number }[] = [];
  const timed = async (what: string, work: () => Promise<number>) => {
    const begun = performance.now();
    const records = await work();
    results.push({ what, records, ms: performance.now() - begun });
  };
  const isChecked = (fixId: string) =>
    waitFor(
      "the records to be checked again",
      async () => {
        const { fixes } = await operator.call(listFixes, { params });
        const fix = fixes.find(({ id }) => id === fixId);
        return fix && fix.rechecked >= fix.records ? fix.records : undefined;
      },
      600_000,
      50,
    );
  const { causes } = await operator.call(listCauses, { params });
  const cause = causes.find(({ code }) => code === "record.full_address_incomplete");
  if (cause) {
    const { code, field, fileId, role } = cause;
    await timed("a cause corrected, and checked again", async () => {
      const body = {
        cause: { code, field, fileId, role },
        field: "address.postalCode",
        text: "N1 1AA",
        reason: "benchmark",
      };
      return isChecked((await operator.call(fixCause, { params, body })).fixId);
    });
  }
  // References of nine digits: a prefix of theirs is a list of so many.
  const filter = { role: "client", search: `B${"0".repeat(9 - String(most).length)}` } as const;
  const seen = async () => {
    const { mark, records } = await operator.call(lookAtChosen, { params, body: { chosen: { filter } } });
    return { chosen: { filter }, mark, count: records, reason: "benchmark" };
  };
  let fixId = "";
  await timed("a list given a value, and checked again", async () => {
    ({ fixId } = await operator.call(fixChosen, { params, body: { ...(await seen()), field: "title", text: "Dr" } }));
    return isChecked(fixId);
  });
  await timed("that taken back, and checked again", async () => {
    await operator.call(undoFix, { params: { fixId } });
    return isChecked(fixId);
  });
  await timed(
    "a list left out",
    async () => (await operator.call(excludeChosen, { params, body: await seen() })).excluded,
  );
  const { exclusions } = await operator.call(listExclusions, { params });
  const exclusionId = exclusions[0]?.id ?? "";
  await timed(
    "that taken back in",
    async () => (await operator.call(undoExclusion, { params: { exclusionId } })).included,
  );
  return results;
}

async function countIssues(operator: Panel, migrationId: string): Promise<number> {
  const { causes } = await operator.call(listCauses, { params: { migrationId } });
  return causes.reduce((sum, { count }) => sum + count, 0);
}
