import type { Execute } from "./execute.ts";
import { heldSql } from "./held.ts";
import { judgeRecords } from "./move-readiness.ts";

const codes = `('record.duplicate_reference', 'record.duplicate_company')`;
/** Excluded clients never leave, so they double nobody. An associate of three companies stands three times, by right. */
const counted = (alias: string) =>
  `${alias}."migrationId" = $1::uuid and ${alias}.role = 'client' and ${alias}.readiness <> 'excluded'`;

/**
 * Finds doubles among the not excluded records of a migration anew, and judges the records concerned: those that have a double, and those that
 * had one. `touchedIds` narrows it to records that share a reference or a company's identity with these. Run inside a transaction.
 */
export async function refreshDuplicates(
  execute: Execute,
  migrationId: string,
  touchedIds: readonly string[] | "whole migration",
): Promise<void> {
  await execute("drop table if exists pg_temp.concerned");
  // Two statements: PostgreSQL takes no parameters in CREATE TABLE … AS for both drivers alike.
  await execute(`create temp table concerned (id uuid primary key) on commit drop`);
  // Rows written by this very transaction have no statistics yet; a loop over them would take hours.
  // And a million references sort in memory in half the time they take on disk.
  if (touchedIds === "whole migration") await execute("set local enable_nestloop = off");
  if (touchedIds === "whole migration") await execute("set local work_mem = '128MB'");
  if (touchedIds === "whole migration") await execute(concernedInAll, migrationId);
  else await execute(concernedBySome, migrationId, [...touchedIds]);
  await execute(`delete from "Issue" i using pg_temp.concerned s where i."recordId" = s.id and i.code in ${codes}`);
  await execute(insertReferenceDoubles, migrationId);
  await execute(insertCompanyDoubles, migrationId);
  await judgeRecords(execute, "select id from pg_temp.concerned");
}

const doubled = (column: "reference" | "identity") =>
  `select r.${column} from "Record" r where ${counted("r")} and r.${column} is not null group by 1 having count(*) > 1`;

const concernedInAll = `insert into pg_temp.concerned
  select i."recordId" from "Issue" i where i."migrationId" = $1::uuid and i.code in ${codes}
  union select r.id from "Record" r join (${doubled("reference")}) g on g.reference = r.reference where ${counted("r")}
  union select r.id from "Record" r join (${doubled("identity")}) g on g.identity = r.identity where ${counted("r")}`;

const sharedBySome = (column: "reference" | "identity") =>
  `select r.id from "Record" r where r."migrationId" = $1::uuid and r.${column} = any(array(select t.${column} from "Record" t where t.id = any($2::uuid[]) and t.${column} is not null))`;

const concernedBySome = `insert into pg_temp.concerned
  select id from unnest($2::uuid[]) as touched(id) union ${sharedBySome("reference")} union ${sharedBySome("identity")}`;

const columns = `(id, "migrationId", "fileId", "recordId", "rowNumber", code, severity, field, value, facts)`;

/** One issue for each of the concerned records that shares its value of the column with others. */
const insertDoubles = (column: "reference" | "identity", issue: string) => `insert into "Issue" ${columns}
  with groups as (
    select r.${column}, count(*) as n from "Record" r
    where ${counted("r")} and r.${column} in (select c.${column} from pg_temp.concerned s join "Record" c on c.id = s.id where c.${column} is not null)
    group by 1 having count(*) > 1
  )
  select gen_random_uuid(), r."migrationId", r."fileId", r.id, r."rowNumber", ${issue}
  from pg_temp.concerned s join "Record" r on r.id = s.id join groups g on g.${column} = r.${column}
  where ${counted("r")} and not ${heldSql("r")}`;

const insertReferenceDoubles = insertDoubles(
  "reference",
  `'record.duplicate_reference', 'error', 'reference', r.reference, jsonb_build_object('count', g.n::text)`,
);
// An identity is the alpha-3 code of the country, a blank and the number (lib/domain/entity.ts).
const insertCompanyDoubles = insertDoubles(
  "identity",
  `'record.duplicate_company', 'warning', 'number', substr(r.identity, 5), jsonb_build_object('count', g.n::text, 'country', left(r.identity, 3))`,
);
