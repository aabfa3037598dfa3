import type pg from "pg";
import { copyIn } from "./copy-in.ts";
import { copyText } from "./copy-text.ts";

export type StagedRecord = {
  id: string;
  rowNumber: number;
  reference: string | null;
  displayName: string;
  data: string;
  isValid: boolean;
};
export type StagedIssue = {
  rowNumber: number;
  code: string;
  severity: string;
  field: string;
  value: string | null;
  facts: string | null;
};

/** Tables of this transaction only, where a check gathers what it found before it replaces what was known. */
export async function openStaging(client: pg.PoolClient): Promise<void> {
  await client.query(`
    drop table if exists pg_temp.staged_record, pg_temp.staged_issue;
    create temp table staged_record (id uuid, "rowNumber" int, reference text, "displayName" text, data jsonb, "isValid" bool) on commit drop;
    create temp table staged_issue ("rowNumber" int, code text, severity text, field text, value text, facts jsonb) on commit drop`);
}

export async function stage(
  client: pg.PoolClient,
  records: readonly StagedRecord[],
  issues: readonly StagedIssue[],
): Promise<void> {
  await copyLines(
    client,
    "pg_temp.staged_record",
    records.map(
      (r) =>
        `${r.id}\t${r.rowNumber}\t${copyText(r.reference)}\t${copyText(r.displayName)}\t${copyText(r.data)}\t${r.isValid}\n`,
    ),
  );
  await copyLines(
    client,
    "pg_temp.staged_issue",
    issues.map(
      (i) =>
        `${i.rowNumber}\t${i.code}\t${i.severity}\t${copyText(i.field)}\t${copyText(i.value)}\t${copyText(i.facts)}\n`,
    ),
  );
}

async function copyLines(client: pg.PoolClient, into: string, lines: string[]): Promise<void> {
  if (lines.length === 0) return;
  const copy = copyIn(client, into);
  await copy.write(lines.join(""));
  await copy.end();
}
