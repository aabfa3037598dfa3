import type pg from "pg";
import { copyIn } from "./copy-in.ts";
import { copyText } from "./copy-text.ts";
import type { CheckedFile } from "./merge-check.ts";
import { uuidMaker } from "./uuid-v7.ts";

export type WrittenRecord = {
  rowNumber: number;
  reference: string | null;
  displayName: string;
  data: string;
  isValid: boolean;
};
export type WrittenIssue = {
  rowNumber: number;
  code: string;
  severity: string;
  field: string;
  value: string | null;
  facts: string | null;
};

/** Where a check of a file puts what it finds, in the transaction of its client. */
export type CheckWriter = {
  /** Nothing was known of this file: records and issues go straight into their tables, and nothing is left to merge. */
  isFirst: boolean;
  record(record: WrittenRecord, issues: readonly WrittenIssue[]): void;
  /** Sends what has gathered. Returns while the server still works on it; waits for what was sent before. */
  flush(): Promise<void>;
  /** Waits until everything is with the server. */
  end(): Promise<void>;
};

type Line = (id: string, record: WrittenRecord) => string;
type IssueLine = (id: string, recordId: string, issue: WrittenIssue) => string;

/** A file's first check is written in place; a later one into tables of this transaction, to be merged (`mergeCheck`). */
export async function openCheckWriter(client: pg.PoolClient, file: CheckedFile, now: Date): Promise<CheckWriter> {
  const { rowCount } = await client.query(`select 1 from "Record" where "fileId" = $1 limit 1`, [file.id]);
  const isFirst = rowCount === 0;
  if (!isFirst) await client.query(staging);
  const target = isFirst ? inPlace(file) : staged;
  const newId = uuidMaker(now);
  let records = "";
  let issues = "";
  let sent = Promise.resolve();
  return {
    isFirst,
    record(record, found) {
      const id = newId();
      records += target.recordLine(id, record);
      for (const issue of found) issues += target.issueLine(newId(), id, issue);
    },
    async flush() {
      await sent;
      const [recordLines, issueLines] = [records, issues];
      records = "";
      issues = "";
      sent = copyLines(client, target.records, recordLines).then(() => copyLines(client, target.issues, issueLines));
      // Heard at the next flush or at the end; until then it must not count as unheard.
      sent.catch(() => {});
    },
    end: () => sent,
  };
}

const staging = `
  drop table if exists pg_temp.staged_record, pg_temp.staged_issue;
  create temp table staged_record (id uuid, "rowNumber" int, reference text, "displayName" text, data jsonb, "isValid" bool) on commit drop;
  create temp table staged_issue ("rowNumber" int, code text, severity text, field text, value text, facts jsonb) on commit drop`;

const staged: { records: string; issues: string; recordLine: Line; issueLine: IssueLine } = {
  records: "pg_temp.staged_record",
  issues: "pg_temp.staged_issue",
  recordLine: (id, r) =>
    `${id}\t${r.rowNumber}\t${copyText(r.reference)}\t${copyText(r.displayName)}\t${copyText(r.data)}\t${r.isValid}\n`,
  issueLine: (_id, _recordId, i) =>
    `${i.rowNumber}\t${i.code}\t${i.severity}\t${copyText(i.field)}\t${copyText(i.value)}\t${copyText(i.facts)}\n`,
};

function inPlace({ id: fileId, migrationId, version, entityType }: CheckedFile): typeof staged {
  return {
    records: `"Record" (id, "migrationId", "fileId", "rowNumber", "mappingVersion", "entityType", reference, "displayName", data, readiness)`,
    issues: `"Issue" (id, "migrationId", "fileId", "recordId", "rowNumber", code, severity, field, value, facts)`,
    recordLine: (id, r) =>
      `${id}\t${migrationId}\t${fileId}\t${r.rowNumber}\t${version}\t${entityType}\t${copyText(r.reference)}\t${copyText(r.displayName)}\t${copyText(r.data)}\t${r.isValid ? "ready" : "invalid"}\n`,
    issueLine: (id, recordId, i) =>
      `${id}\t${migrationId}\t${fileId}\t${recordId}\t${i.rowNumber}\t${i.code}\t${i.severity}\t${copyText(i.field)}\t${copyText(i.value)}\t${copyText(i.facts)}\n`,
  };
}

async function copyLines(client: pg.PoolClient, into: string, lines: string): Promise<void> {
  if (lines === "") return;
  const copy = copyIn(client, into);
  await copy.write(lines);
  await copy.end();
}
