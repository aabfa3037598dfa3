import type pg from "pg";
import { type CheckedFile, type CheckLines, issueColumns, linesOf, noTotals, type Totals } from "./check-lines.ts";
import { type CopyTarget, copyIn } from "./copy-in.ts";
import { deleteLinksOf, linkColumns } from "./link-lines.ts";
import { deleteManifestLinesOf, manifestColumns } from "./manifest-lines.ts";
import { recordColumns } from "./record-bytes.ts";
import { suspectTable } from "./refresh-duplicates.ts";

/** Where a check of a file puts what it finds, in the transaction of its client. */
export type CheckWriter = {
  written: Readonly<Totals>;
  /** Sends lines after those that were sent before, and returns when these are with the server: it works while its caller does. */
  write(lines: CheckLines): Promise<void>;
  /** Waits until everything is with the server. */
  end(): Promise<void>;
};

/** New records are written in place; what was found about those that stayed goes into tables of this transaction, to be merged (`mergeCheck`). */
export async function openCheckWriter(client: pg.PoolClient, file: CheckedFile): Promise<CheckWriter> {
  await client.query(staging);
  await deleteLinksOf(client, file.number);
  await deleteManifestLinesOf(client, file.number);
  const written = noTotals();
  let sent = Promise.resolve();
  return {
    written,
    write(lines) {
      for (const kind of ["individual", "company", "associate"] as const) written[kind] += lines.written[kind];
      const before = sent;
      sent = before.then(async () => {
        for (const kind of linesOf) await copyBytes(client, into[kind], lines[kind]);
      });
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
  create temp table staged_issue (like "Issue") on commit drop;
  ${suspectTable}`;

const into: Record<(typeof linesOf)[number], CopyTarget> = {
  records: { table: `"Record" ${recordColumns}`, format: "binary" },
  issues: { table: `"Issue" ${issueColumns}`, format: "text" },
  keptRecords: { table: `pg_temp.staged_record ${recordColumns}`, format: "binary" },
  keptIssues: { table: `pg_temp.staged_issue ${issueColumns}`, format: "text" },
  links: { table: linkColumns, format: "text" },
  manifest: { table: manifestColumns, format: "text" },
  suspects: { table: "pg_temp.suspect (code, shared)", format: "text" },
};

async function copyBytes(client: pg.PoolClient, into: CopyTarget, bytes: Uint8Array): Promise<void> {
  if (bytes.length === 0) return;
  const copy = copyIn(client, into);
  await copy.write(bytes);
  await copy.end();
}
