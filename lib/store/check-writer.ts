import type pg from "pg";
import { recordIdSpanOf } from "../domain/record-id.ts";
import {
  type CheckedFile,
  type CheckLines,
  issueColumns,
  noTotals,
  recordColumns,
  type Totals,
} from "./check-lines.ts";
import { copyIn } from "./copy-in.ts";
import { deleteLinksOf, linkColumns } from "./link-lines.ts";

/** Where a check of a file puts what it finds, in the transaction of its client. */
export type CheckWriter = {
  /** Nothing was known of this file: records and issues go straight into their tables, and nothing is left to merge. */
  isFirst: boolean;
  written: Readonly<Totals>;
  /** Sends lines after those that were sent before, and returns when these are with the server: it works while its caller does. */
  write(lines: CheckLines): Promise<void>;
  /** Waits until everything is with the server. */
  end(): Promise<void>;
};

/** A file's first check is written in place; a later one into tables of this transaction, to be merged (`mergeCheck`). */
export async function openCheckWriter(client: pg.PoolClient, file: CheckedFile): Promise<CheckWriter> {
  const { first, last } = recordIdSpanOf(file.number);
  const { rowCount } = await client.query(`select 1 from "Record" where id between $1 and $2 limit 1`, [first, last]);
  const isFirst = rowCount === 0;
  if (!isFirst) await client.query(staging);
  if (!isFirst) await deleteLinksOf(client, file.number);
  const into = isFirst ? inPlace : staged;
  const written = noTotals();
  let sent = Promise.resolve();
  return {
    isFirst,
    written,
    write(lines) {
      for (const kind of ["individual", "company", "associate"] as const) written[kind] += lines.written[kind];
      const before = sent;
      sent = before
        .then(() => copyLines(client, into.records, lines.records))
        .then(() => copyLines(client, into.issues, lines.issues))
        .then(() => copyLines(client, linkColumns, lines.links));
      // Heard at the next write or at the end; until then it must not count as unheard.
      sent.catch(() => {});
      return before;
    },
    end: () => sent,
  };
}

const staging = `
  drop table if exists pg_temp.staged_record, pg_temp.staged_issue;
  create temp table staged_record (like "Record") on commit drop;
  create temp table staged_issue (like "Issue") on commit drop`;

const staged = {
  records: `pg_temp.staged_record ${recordColumns}`,
  issues: `pg_temp.staged_issue ${issueColumns}`,
};
const inPlace = { records: `"Record" ${recordColumns}`, issues: `"Issue" ${issueColumns}` };

async function copyLines(client: pg.PoolClient, into: string, lines: Uint8Array): Promise<void> {
  if (lines.length === 0) return;
  const copy = copyIn(client, into);
  await copy.write(lines);
  await copy.end();
}
