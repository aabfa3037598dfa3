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

/**
 * Finds doubles among the not excluded records of a migration anew, and judges the records concerned: those that have a double, and those that
 * had one. `touchedIds` narrows it to records that share a reference or an identity with these. Run inside a transaction.
 */
export async function refreshDuplicates(
  execute: Execute,
  migrationId: string,
  touchedIds: readonly string[] | "whole migration",
): Promise<void> {
  await execute("drop table if exists pg_temp.concerned");
  // Two statements: PostgreSQL takes no parameters in CREATE TABLE … AS for both drivers alike.
  await execute(`create temp table concerned (id uuid, code text, primary key (id, code)) on commit drop`);
  const isFew = touchedIds !== "whole migration" && touchedIds.length <= lookedUpMax;
  // Looking for a person passes over most of the table, but the server believes that it reads all of it each time.
  if (isFew) await planForFew(execute);
  const concerned =
    touchedIds === "whole migration"
      ? await findInAll(execute, migrationId)
      : await execute(concernedBySome, migrationId, [...touchedIds]);
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

async function findInAll(execute: Execute, migrationId: string): Promise<number> {
  await planForGrouping(execute);
  return execute(concernedInAll, migrationId);
}

const doubled = ({ code, column, of }: Shared) =>
  `select r.id, '${code}' from "Record" r join (
     select r.${column} from "Record" r where ${counted("r")} and ${of("r")} group by 1 having count(*) > 1
   ) g on g.${column} = r.${column} where ${counted("r")} and ${of("r")}`;

const concernedInAll = `insert into pg_temp.concerned
  select i."recordId", i.code from "Issue" i where i."migrationId" = $1::uuid and i.code in ${codes}
  union ${doubled(references)} union ${doubled(companies)} union ${doubled(people)}`;

// Joined, not compared with a list: a list of a thousand would be gone through for every record.
const sharedBySome = (shared: Shared, touched = "true") =>
  `select r.id, '${shared.code}' from "Record" r join (select distinct shared from (${touchedOf(shared, touched)}) t) s on s.shared = r.${shared.column}
   where r."migrationId" = $1::uuid and ${shared.of("r")}`;
const touchedOf = ({ column, of }: Shared, touched: string) =>
  `select t.${column} as shared from "Record" t where t.id = any($2::uuid[]) and ${of("t")} and ${touched}`;

/** Not for somebody who was left out and had no double: the others then have none either. For many people all records are read. */
const mayHaveDoubles = `(t.readiness <> 'excluded' or exists (select 1 from "Issue" i where i."recordId" = t.id and i.code = 'record.likely_duplicate'))`;

const concernedBySome = `insert into pg_temp.concerned
  select t.id, c.code from unnest($2::uuid[]) as t(id), (values ${[references, companies, people].map(({ code }) => `('${code}')`).join(", ")}) as c(code)
  union ${sharedBySome(references)} union ${sharedBySome(companies)}
  union ${sharedBySome(people, mayHaveDoubles)} and exists (${touchedOf(people, mayHaveDoubles)})`;

const columns = `(id, "migrationId", "fileId", "recordId", "rowNumber", code, severity, field, value, facts)`;

/** One issue for each of the concerned records that shares its value with others; all that share it are among them. */
const insertDoubles = ({ code, column, of }: Shared, many: string, issue: string) => `insert into "Issue" ${columns}
  with members as (
    select r.* from pg_temp.concerned s join "Record" r on r.id = s.id where s.code = '${code}' and ${counted("r")} and ${of("r")}
  ), groups as (
    select r.${column}, ${many} as n from members r group by 1 having ${many} > 1
  )
  select gen_random_uuid(), r."migrationId", r."fileId", r.id, r."rowNumber", '${code}', '${issueCatalogue[code].severity}', ${issue}
  from members r join groups g on g.${column} = r.${column} where not ${heldSql("r")}`;

const insertReferenceDoubles = insertDoubles(
  references,
  "count(*)",
  `'reference', r.reference, jsonb_build_object('count', g.n::text)`,
);
// An identity is the alpha-3 code of the country, a blank and the number (lib/domain/entity.ts).
const insertCompanyDoubles = insertDoubles(
  companies,
  "count(*)",
  `'number', substr(r.identity, 5), jsonb_build_object('count', g.n::text, 'country', left(r.identity, 3))`,
);
// Clients of one reference are told of already.
const insertLikelyDoubles = insertDoubles(
  people,
  "count(distinct r.reference)",
  `'', null, jsonb_build_object('count', g.n::text)`,
);
