import type pg from "pg";
import type { EntityType } from "../domain/entity.ts";
import { recordIdOf, recordIdSpanOf } from "../domain/record-id.ts";
import type { RecordRole } from "../domain/record-role.ts";
import { copyIn } from "./copy-in.ts";
import { gatherLines } from "./copy-lines.ts";
import { copyText } from "./copy-text.ts";
import { deleteLinksOf, linkColumns, linkLine, type WrittenLink } from "./link-lines.ts";
import { uuidMaker } from "./uuid-v7.ts";

export type CheckedFile = { id: string; number: number; migrationId: string; version: number };
export type WrittenRecord = {
  rowNumber: number;
  /** 0: the row's own record. */
  slot: number;
  role: RecordRole;
  entityType: EntityType;
  reference: string | null;
  identity: string | null;
  displayName: string;
  data: string;
  isValid: boolean;
  link: WrittenLink | null;
};
export type WrittenIssue = {
  code: string;
  severity: string;
  field: string;
  value: string | null;
  facts: string | null;
};

/** How many clients of each type, and how many records that are none. */
export type Totals = Record<EntityType | "associate", number>;

/** Where a check of a file puts what it finds, in the transaction of its client. */
export type CheckWriter = {
  /** Nothing was known of this file: records and issues go straight into their tables, and nothing is left to merge. */
  isFirst: boolean;
  written: Readonly<Totals>;
  record(record: WrittenRecord, issues: readonly WrittenIssue[]): void;
  /** Sends what has gathered. Returns while the server still works on it; waits for what was sent before. */
  flush(): Promise<void>;
  /** Sends the rest and waits until everything is with the server. */
  end(): Promise<void>;
};

/** A file's first check is written in place; a later one into tables of this transaction, to be merged (`mergeCheck`). */
export async function openCheckWriter(client: pg.PoolClient, file: CheckedFile, now: Date): Promise<CheckWriter> {
  const { first, last } = recordIdSpanOf(file.number);
  const { rowCount } = await client.query(`select 1 from "Record" where id between $1 and $2 limit 1`, [first, last]);
  const isFirst = rowCount === 0;
  if (!isFirst) await client.query(staging);
  if (!isFirst) await deleteLinksOf(client, file.number);
  const into = isFirst ? inPlace : staged;
  // The same in every line.
  const { id: fileId, migrationId, version } = file;
  const ofFile = `${migrationId}\t${fileId}\t`;
  const newIssueId = uuidMaker(now);
  const written: Totals = { individual: 0, company: 0, associate: 0 };
  const records = gatherLines();
  const issues = gatherLines();
  const links = gatherLines();
  let sent = Promise.resolve();
  const flush = async () => {
    await sent;
    const [recordLines, issueLines, linkLines] = [records.take(), issues.take(), links.take()];
    sent = copyLines(client, into.records, recordLines)
      .then(() => copyLines(client, into.issues, issueLines))
      .then(() => copyLines(client, linkColumns, linkLines));
    // Heard at the next flush or at the end; until then it must not count as unheard.
    sent.catch(() => {});
  };
  return {
    isFirst,
    written,
    record(r, found) {
      written[r.role === "client" ? r.entityType : "associate"] += 1;
      const id = recordIdOf(file.number, r.rowNumber, r.slot);
      records.add(
        `${id}\t${ofFile}${r.rowNumber}\t${r.role}\t${version}\t${r.entityType}\t${copyText(r.reference)}\t${copyText(r.identity)}\t${copyText(r.displayName)}\t${copyText(r.data)}\t${r.isValid ? "ready" : "invalid"}\n`,
      );
      for (const i of found)
        issues.add(
          `${newIssueId()}\t${ofFile}${id}\t${r.rowNumber}\t${i.code}\t${i.severity}\t${copyText(i.field)}\t${copyText(i.value)}\t${copyText(i.facts)}\n`,
        );
      if (!r.link) return;
      const owner = r.slot > 0 ? recordIdOf(file.number, r.rowNumber) : null;
      links.add(linkLine({ id, migrationId, ownerId: owner }, r.link));
    },
    flush,
    async end() {
      await flush();
      await sent;
    },
  };
}

export const recordColumns = `(id, "migrationId", "fileId", "rowNumber", role, "mappingVersion", "entityType", reference, identity, "displayName", data, readiness)`;
export const issueColumns = `(id, "migrationId", "fileId", "recordId", "rowNumber", code, severity, field, value, facts)`;

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
