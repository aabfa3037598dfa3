import { type IssueCode, issueCatalogue } from "../domain/issue-catalogue.ts";
import type { Execute } from "./execute.ts";
import { heldSql } from "./held.ts";
import { judgeRecords } from "./move-readiness.ts";
import { fewMax, planAsUsual, planForFew, planForGrouping, planForMany } from "./plan-by-size.ts";

/** Excluded clients never leave, so they double nobody. An associate of three companies stands three times, by right. */
const counted = (alias: string) =>
  `${alias}."migrationId" = $1::uuid and ${alias}.role = 'client' and ${alias}.readiness <> 'excluded'`;

/** What clients share when they are doubles: a column, and of whom it is asked. A company's identity and a person's are two things. */
type Shared = { code: IssueCode; column: "reference" | "identity"; of: (alias: string) => string };
const references: Shared = {
  code: "record.duplicate_reference",
  column: "reference",
  of: (alias) => `${alias}.reference is not null`,
};
const companies: Shared = {
  code: "record.duplicate_company",
  column: "identity",
  of: (alias) => `${alias}.identity is not null and ${alias}."entityType" = 'company'`,
};
const people: Shared = {
  code: "record.likely_duplicate",
  column: "identity",
  of: (alias) => `${alias}.identity is not null and ${alias}."entityType" = 'individual'`,
};
/** Issues that only a look at all clients can find. */
export const duplicateCodes = [references.code, companies.code, people.code] as const;
const codes = `(${duplicateCodes.map((code) => `'${code}'`).join(", ")})`;

/** Who is looked at again, and what they share with others; without a part to share for those that share nothing any more. */
const concernedTable = `create temp table concerned
  (id uuid, code text, shared text, reference text, "fileId" uuid, "rowNumber" int, primary key (id, code)) on commit drop`;

/**
 * Finds doubles among the not excluded records of a migration anew, and judges the records concerned: those that have a double, and those that
 * had one. `touchedIds` narrows it to records that share a reference or an identity with these. Run inside a transaction.
 */
export async function refreshDuplicates(
  execute: Execute,
  migrationId: string,
  touchedIds: readonly string[] | "whole migration",
): Promise<void> {
  await execute("drop table if exists pg_temp.concerned, pg_temp.shared");
  // Two statements: PostgreSQL takes no parameters in CREATE TABLE … AS for both drivers alike.
  await execute(concernedTable);
  const isFew = touchedIds !== "whole migration" && touchedIds.length <= lookedUpMax;
  // Looking for a person passes over most of the table, but the server believes that it reads all of it each time.
  if (isFew) await planForFew(execute);
  const concerned =
    touchedIds === "whole migration"
      ? await findInAll(execute, migrationId)
      : await findBySome(execute, migrationId, touchedIds);
  if (touchedIds === "whole migration") await (concerned > fewMax ? planForMany(execute) : planForFew(execute));
  // A table nobody knows the size of would have every record read for a single one.
  await execute("analyze pg_temp.concerned");
  await execute(`delete from "Issue" i using pg_temp.concerned s where i."recordId" = s.id and i.code = s.code`);
  for (const insert of [insertReferenceDoubles, insertCompanyDoubles, insertLikelyDoubles])
    await execute(insert, migrationId);
  await judgeRecords(execute, "select id from pg_temp.concerned");
  if (isFew || touchedIds === "whole migration") await planAsUsual(execute);
}

/** Looking for so many people one by one costs about as much as reading all records once. */
const lookedUpMax = 100;

/** Two looks at the records: what is there more than once, and who has it. */
async function findInAll(execute: Execute, migrationId: string): Promise<number> {
  await planForGrouping(execute);
  await execute("create temp table shared (code text, shared text) on commit drop");
  await execute(sharedInAll, migrationId);
  const found = await execute(concernedInAll, migrationId);
  return found + (await execute(concernedBefore, migrationId));
}

const codeOfIdentity = (alias: string) =>
  `case ${alias}."entityType" when 'company' then '${companies.code}' else '${people.code}' end`;

const sharedInAll = `insert into pg_temp.shared
  select case when grouping(r.reference) = 0 then '${references.code}' else ${codeOfIdentity("r")} end, coalesce(r.reference, r.identity)
  from "Record" r where ${counted("r")}
  group by grouping sets ((r.reference), (r.identity, r."entityType"))
  having count(*) > 1 and coalesce(r.reference, r.identity) is not null`;

const concernedColumns = `(id, code, shared, reference, "fileId", "rowNumber")`;
const oneOf = (column: string, codes: string) =>
  `r.${column} in (select s.shared from pg_temp.shared s where s.code in (${codes}))`;

// A list is asked for each record as it is read. Joined, all records would be kept in memory first: the server believes that there are few.
const concernedInAll = `insert into pg_temp.concerned ${concernedColumns}
  with holders as materialized (
    select r.id, r.reference, r.identity, r."entityType", r."fileId", r."rowNumber" from "Record" r where ${counted("r")}
    and (${oneOf("reference", `'${references.code}'`)} or ${oneOf("identity", `'${companies.code}', '${people.code}'`)})
  )
  select h.id, s.code, s.shared, h.reference, h."fileId", h."rowNumber" from pg_temp.shared s
  join (select h.*, '${references.code}' as code, h.reference as shared from holders h
    union all select h.*, ${codeOfIdentity("h")}, h.identity from holders h) h using (code, shared)`;

const concernedBefore = `insert into pg_temp.concerned (id, code)
  select distinct i."recordId", i.code from "Issue" i where i."migrationId" = $1::uuid and i.code in ${codes}
  on conflict do nothing`;

async function findBySome(execute: Execute, migrationId: string, touchedIds: readonly string[]): Promise<number> {
  const found = await execute(concernedBySome, migrationId, [...touchedIds]);
  return found + (await execute(concernedThemselves, [...touchedIds]));
}

// Joined, not compared with a list: a list of a thousand would be gone through for every record.
const sharedBySome = (shared: Shared, touched = "true") =>
  `select r.id, '${shared.code}', case when ${counted("r")} then r.${shared.column} end, r.reference, r."fileId", r."rowNumber"
   from "Record" r join (select distinct shared from (${touchedOf(shared, touched)}) t) s on s.shared = r.${shared.column}
   where r."migrationId" = $1::uuid and ${shared.of("r")}`;
const touchedOf = ({ column, of }: Shared, touched: string) =>
  `select t.${column} as shared from "Record" t where t.id = any($2::uuid[]) and ${of("t")} and ${touched}`;

/** Not for somebody who was left out and had no double: the others then have none either. For many people all records are read. */
const mayHaveDoubles = `(t.readiness <> 'excluded' or exists (select 1 from "Issue" i where i."recordId" = t.id and i.code = 'record.likely_duplicate'))`;

const concernedBySome = `insert into pg_temp.concerned ${concernedColumns}
  ${sharedBySome(references)} union all ${sharedBySome(companies)}
  union all ${sharedBySome(people, mayHaveDoubles)} and exists (${touchedOf(people, mayHaveDoubles)})`;

const concernedThemselves = `insert into pg_temp.concerned (id, code)
  select distinct t.id, c.code from unnest($1::uuid[]) as t(id), (values ${[references, companies, people].map(({ code }) => `('${code}')`).join(", ")}) as c(code)
  on conflict do nothing`;

const columns = `(id, "migrationId", "fileId", "recordId", "rowNumber", code, severity, field, value, facts)`;

/** One issue for each of the concerned records that shares its value with others; all that share it are among them. */
const insertDoubles = ({ code }: Shared, many: string, issue: string) => `insert into "Issue" ${columns}
  with members as (
    select s.*, 'client'::"RecordRole" as role, dense_rank() over (partition by s.shared order by s.reference) as "nthReference"
    from pg_temp.concerned s where s.code = '${code}' and s.shared is not null
  ), counted as (
    select r.*, ${many} over (partition by r.shared) as n from members r
  )
  select gen_random_uuid(), $1::uuid, r."fileId", r.id, r."rowNumber", '${code}', '${issueCatalogue[code].severity}', ${issue}
  from counted r where r.n > 1 and not ${heldSql("r")}`;

const insertReferenceDoubles = insertDoubles(
  references,
  "count(*)",
  `'reference', r.shared, jsonb_build_object('count', r.n::text)`,
);
// An identity is the alpha-3 code of the country, a blank and the number (lib/domain/entity.ts).
const insertCompanyDoubles = insertDoubles(
  companies,
  "count(*)",
  `'number', substr(r.shared, 5), jsonb_build_object('count', r.n::text, 'country', left(r.shared, 3))`,
);
// Clients of one reference are told of already. References are counted by the rank of the last one.
const insertLikelyDoubles = insertDoubles(
  people,
  `max(r."nthReference") filter (where r.reference is not null)`,
  `'', null, jsonb_build_object('count', r.n::text)`,
);
