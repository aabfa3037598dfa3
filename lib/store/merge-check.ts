import type pg from "pg";
import { recordIdSpanOf } from "../domain/record-id.ts";
import { type CheckedFile, issueColumns, recordColumns, type Totals } from "./check-lines.ts";
import type { CheckWriter } from "./check-writer.ts";
import { type Execute, executeOnClient } from "./execute.ts";
import { heldSql } from "./held.ts";
import { refreshDuplicates } from "./refresh-duplicates.ts";
import { refreshLinks } from "./refresh-links.ts";

/**
 * Ends a check in the caller's transaction: replaces records and issues of a file by the staged ones, unless they were written in place.
 * Records keep their ids by row; excluded ones stay excluded; those held by a chunk stay as the approver saw them.
 * @returns false when a newer mapping was saved or the file was taken out meanwhile: roll back
 */
export async function mergeCheck(
  client: pg.PoolClient,
  file: CheckedFile,
  { rows, isFirst, written }: { rows: number } & Pick<CheckWriter, "isFirst" | "written">,
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
  if (!isFirst) await mergeStaged(execute, file);
  await noteTotals(execute, file, isFirst ? written : await countTotals(client, file));
  await refreshDuplicates(execute, file.migrationId, "whole migration");
  await refreshLinks(execute, file.migrationId);
  return true;
}

async function mergeStaged(execute: Execute, file: CheckedFile): Promise<void> {
  await execute(`analyze pg_temp.staged_record, pg_temp.staged_issue`);
  await execute(
    `insert into "Record" ${recordColumns} select ${recordColumns.slice(1, -1)} from pg_temp.staged_record s
     on conflict (id) do update set "mappingVersion" = excluded."mappingVersion", role = excluded.role, "entityType" = excluded."entityType", reference = excluded.reference,
       identity = excluded.identity, "displayName" = excluded."displayName", data = excluded.data,
       readiness = case when "Record".readiness = 'excluded' then "Record".readiness else excluded.readiness end
     where not ${heldSql('"Record"')}`,
  );
  await execute(
    `delete from "Issue" i using "Record" r where i."fileId" = $1::uuid and r.id = i."recordId" and not ${heldSql("r")}`,
    file.id,
  );
  // Associates that this mapping makes no more, where the check before made any; a row's own record always stays.
  const { first, last } = recordIdSpanOf(file.number);
  await execute(
    `delete from "Record" r where r.id between $2::uuid and $3::uuid and r.role <> 'client' and not ${heldSql("r")}
       and exists (select 1 from "SourceFile" f where f.id = $1::uuid and f.associates > 0)
       and not exists (select 1 from pg_temp.staged_record s where s.id = r.id)`,
    file.id,
    first,
    last,
  );
  await execute(
    `insert into "Issue" ${issueColumns} select s.${issueColumns.slice(1, -1).replaceAll(", ", ", s.")} from pg_temp.staged_issue s
     join "Record" r on r.id = s."recordId" where not ${heldSql("r")}`,
  );
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
