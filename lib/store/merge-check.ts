import type pg from "pg";
import { recordIdSpanOf } from "../domain/record-id.ts";
import { type CheckedFile, issueColumns, type Totals } from "./check-lines.ts";
import { type Execute, executeOnClient } from "./execute.ts";
import { heldSql } from "./held.ts";
import type { KeptRecords } from "./make-way.ts";
import { refreshDocuments } from "./refresh-documents.ts";
import { refreshDuplicates } from "./refresh-duplicates.ts";
import { refreshLinks } from "./refresh-links.ts";

/**
 * Ends a check in the caller's transaction: what was found about records that stayed (make-way.ts) is merged into them, and the file's row
 * and everything that compares records follows. Excluded ones stay excluded; those held by a chunk stay as the approver saw them.
 * @returns false when a newer mapping was saved or the file was taken out meanwhile: roll back
 */
export async function mergeCheck(
  client: pg.PoolClient,
  file: CheckedFile,
  { rows, kept, written }: { rows: number; kept: KeptRecords; written: Readonly<Totals> },
): Promise<boolean> {
  const execute = executeOnClient(client);
  const still = await execute(
    `update "SourceFile" set "checkedVersion" = $2, "checkingVersion" = null, "checkedRows" = $3, "checkFailure" = null
     where id = $1::uuid and "checkingVersion" = $2 and status = 'parsed'`,
    file.id,
    file.version,
    rows,
  );
  if (still === 0) return false;
  // Of two files whose checks end at once the later one must see the records of the other, or neither would tell of doubles among them.
  await execute(`select pg_advisory_xact_lock(hashtextextended('compared ' || $1, 0))`, file.migrationId);
  if (kept.size > 0) await mergeStaged(execute, file);
  await noteTotals(execute, file, kept.size === 0 ? written : await countTotals(client, file));
  await refreshDuplicates(execute, file.migrationId, file);
  await refreshLinks(execute, file.migrationId);
  await refreshDocuments(execute, file.migrationId);
  return true;
}

async function mergeStaged(execute: Execute, file: CheckedFile): Promise<void> {
  await execute(`analyze pg_temp.staged_record, pg_temp.staged_issue`);
  await execute(
    `update "Record" r set "mappingVersion" = s."mappingVersion", role = s.role, "entityType" = s."entityType", reference = s.reference,
       identity = s.identity, "displayName" = s."displayName", data = s.data,
       readiness = case when r.readiness = 'excluded' then r.readiness else s.readiness end
     from pg_temp.staged_record s where s.id = r.id and not ${heldSql("r")}`,
  );
  await execute(
    `delete from "Issue" i using pg_temp.staged_record s, "Record" r where i."recordId" = s.id and r.id = s.id and not ${heldSql("r")}`,
  );
  await execute(
    `insert into "Issue" ${issueColumns} select s.${issueColumns.slice(1, -1).replaceAll(", ", ", s.")} from pg_temp.staged_issue s
     join "Record" r on r.id = s."recordId" where not ${heldSql("r")}`,
  );
  await deleteLeftOver(execute, file);
}

/** Excluded associates that this mapping makes no more; a row's own record always stays. */
async function deleteLeftOver(execute: Execute, { number, version }: CheckedFile): Promise<void> {
  const { first, last } = recordIdSpanOf(number);
  const leftOver = `r.id between $1::uuid and $2::uuid and r.role <> 'client' and r."mappingVersion" <> $3 and not ${heldSql("r")}`;
  await execute(
    `delete from "Issue" i using "Record" r where i."recordId" = r.id and ${leftOver}`,
    first,
    last,
    version,
  );
  await execute(`delete from "Record" r where ${leftOver}`, first, last, version);
}

/** What the counts start from (counts-of.ts), kept where the records are made instead of counted by every screen. */
const noteTotals = (
  execute: Execute,
  { id }: CheckedFile,
  { individual, company, associate }: Totals,
): Promise<number> =>
  execute(
    `update "SourceFile" set individuals = $2, companies = $3, associates = $4 where id = $1::uuid`,
    id,
    individual,
    company,
    associate,
  );

/** Held records may have stayed what an earlier check made of them. */
async function countTotals(client: pg.PoolClient, { number }: CheckedFile): Promise<Totals> {
  const { first, last } = recordIdSpanOf(number);
  const { rows } = await client.query<{ what: keyof Totals; n: number }>(
    `select case role when 'client' then "entityType"::text else 'associate' end as what, count(*)::int as n from "Record" where id between $1 and $2 group by 1`,
    [first, last],
  );
  const nOf = (what: keyof Totals) => rows.find((row) => row.what === what)?.n ?? 0;
  return { individual: nOf("individual"), company: nOf("company"), associate: nOf("associate") };
}
