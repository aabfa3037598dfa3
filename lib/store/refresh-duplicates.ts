import type { Execute } from "./execute.ts";
import { heldSql } from "./held.ts";
import { judgeRecords } from "./move-readiness.ts";

const codes = `('record.duplicate_reference', 'record.duplicate_company')`;
const number = `(r.data ->> 'number')`;
const country = `(r.data ->> 'countryOfIncorporation')`;
/** Excluded clients never leave, so they double nobody. */
const counted = (alias: string) => `${alias}."migrationId" = $1::uuid and ${alias}.readiness <> 'excluded'`;

/**
 * Finds doubles among the not excluded records of a migration anew, and judges the records concerned: those that have a double, and those that
 * had one. `touchedIds` narrows it to records that share a reference or a company number with these. Run inside a transaction.
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
  if (touchedIds === "whole migration") await execute("set local enable_nestloop = off");
  if (touchedIds === "whole migration") await execute(concernedInAll, migrationId);
  else await execute(concernedBySome, migrationId, [...touchedIds]);
  await execute(`delete from "Issue" i using pg_temp.concerned s where i."recordId" = s.id and i.code in ${codes}`);
  await execute(insertReferenceDoubles, migrationId);
  await execute(insertCompanyDoubles, migrationId);
  await judgeRecords(execute, "select id from pg_temp.concerned");
}

const referenceGroups = `select r.reference, count(*) as n from "Record" r where ${counted("r")} and r.reference is not null group by 1 having count(*) > 1`;
const companyGroups = `select ${number} as number, ${country} as country, count(*) as n from "Record" r
  where ${counted("r")} and r."entityType" = 'company' and ${number} is not null and ${country} is not null group by 1, 2 having count(*) > 1`;

const concernedInAll = `insert into pg_temp.concerned
  select i."recordId" from "Issue" i where i."migrationId" = $1::uuid and i.code in ${codes}
  union select r.id from "Record" r join (${referenceGroups}) g on g.reference = r.reference where ${counted("r")}
  union select r.id from "Record" r join (${companyGroups}) g on g.number = ${number} and g.country = ${country} where ${counted("r")} and r."entityType" = 'company'`;

const concernedBySome = `insert into pg_temp.concerned
  select id from unnest($2::uuid[]) as touched(id)
  union select r.id from "Record" r where r."migrationId" = $1::uuid and r.reference = any(array(select t.reference from "Record" t where t.id = any($2::uuid[]) and t.reference is not null))
  union select r.id from "Record" r
    join (select distinct t.data ->> 'number' as number, t.data ->> 'countryOfIncorporation' as country from "Record" t where t.id = any($2::uuid[]) and t."entityType" = 'company') g
      on g.number = ${number} and g.country = ${country}
    where r."migrationId" = $1::uuid and r."entityType" = 'company'`;

const ofConcerned = `from pg_temp.concerned s join "Record" r on r.id = s.id`;
const columns = `(id, "migrationId", "fileId", "recordId", "rowNumber", code, severity, field, value, facts)`;
const place = `gen_random_uuid(), r."migrationId", r."fileId", r.id, r."rowNumber"`;

const insertReferenceDoubles = `insert into "Issue" ${columns}
  with groups as (
    select r.reference, count(*) as n from "Record" r
    where ${counted("r")} and r.reference in (select c.reference from pg_temp.concerned s join "Record" c on c.id = s.id where c.reference is not null)
    group by 1 having count(*) > 1
  )
  select ${place}, 'record.duplicate_reference', 'error', 'reference', r.reference, jsonb_build_object('count', g.n::text)
  ${ofConcerned} join groups g on g.reference = r.reference
  where ${counted("r")} and not ${heldSql("r")}`;

const insertCompanyDoubles = `insert into "Issue" ${columns}
  with groups as (
    select c.number, c.country, count(*) as n
    from (select distinct ${number} as number, ${country} as country ${ofConcerned} where r."entityType" = 'company' and ${number} is not null and ${country} is not null) c
    join "Record" r on ${number} = c.number and ${country} = c.country and r."entityType" = 'company' and ${counted("r")}
    group by 1, 2 having count(*) > 1
  )
  select ${place}, 'record.duplicate_company', 'warning', 'number', g.number, jsonb_build_object('count', g.n::text, 'country', g.country)
  ${ofConcerned} join groups g on g.number = ${number} and g.country = ${country}
  where r."entityType" = 'company' and ${counted("r")} and not ${heldSql("r")}`;
