import { duplicateCodeOf, duplicateCodes } from "../domain/duplicate-code.ts";
import { type IssueCode, issueCatalogue } from "../domain/issue-catalogue.ts";
import { recordIdSpanOf } from "../domain/record-id.ts";
import type { Execute } from "./execute.ts";
import { heldSql } from "./held.ts";
import { judgeRecords } from "./move-readiness.ts";
import { fewMax, planAsUsual, planForFew, planForMany, planForReading } from "./plan-by-size.ts";

/** Excluded clients never leave, so they double nobody. An associate of three companies stands three times, by right. */
const counted = (alias: string) =>
  `${alias}."migrationId" = $1::uuid and ${alias}.role = 'client' and ${alias}.readiness <> 'excluded'`;

/** What clients share when they are doubles: a column, and of whom it is asked. A company's identity and a person's are two things. */
type Shared = { code: IssueCode; column: "reference" | "identity"; of: (alias: string) => string };
const references: Shared = {
  code: duplicateCodeOf.reference,
  column: "reference",
  of: (alias) => `${alias}.reference is not null`,
};
const companies: Shared = {
  code: duplicateCodeOf.company,
  column: "identity",
  of: (alias) => `${alias}.identity is not null and ${alias}."entityType" = 'company'`,
};
const people: Shared = {
  code: duplicateCodeOf.individual,
  column: "identity",
  of: (alias) => `${alias}.identity is not null and ${alias}."entityType" = 'individual'`,
};
const codes = `(${duplicateCodes.map((code) => `'${code}'`).join(", ")})`;

/** Who is looked at again, and what they share with others; without a part to share for those that share nothing any more. */
const concernedTable = `create temp table concerned
  (id uuid, code text, shared text, reference text, "fileId" uuid, "rowNumber" int, primary key (id, code)) on commit drop`;

/** What a check takes for doubles in its file (gather-suspects.ts), in the transaction of its client. */
export const suspectTable = `drop table if exists pg_temp.suspect; create temp table suspect (code text, shared text) on commit drop`;

/** The file that was checked in this transaction. */
type CheckedFile = { number: number };

/**
 * Finds doubles among the not excluded records of a migration anew, and judges the records concerned: those that have a double, and those that
 * had one. Looked at are records that share a reference or an identity with the touched ones; or with suspects of a file that was checked;
 * or, when records went, those that had doubles. Run inside a transaction.
 */
export async function refreshDuplicates(
  execute: Execute,
  migrationId: string,
  touched: readonly string[] | CheckedFile | "records went",
): Promise<void> {
  await execute("drop table if exists pg_temp.concerned, pg_temp.shared");
  // Two statements: PostgreSQL takes no parameters in CREATE TABLE … AS for both drivers alike.
  await execute(concernedTable);
  if (isIds(touched)) await lookAtSome(execute, migrationId, touched);
  else await lookAtShared(execute, migrationId, touched);
}

const isIds = (touched: readonly string[] | CheckedFile | string): touched is readonly string[] =>
  Array.isArray(touched);

/** Looking for so many people one by one costs about as much as reading all records once. */
const lookedUpMax = 100;

async function lookAtSome(execute: Execute, migrationId: string, touchedIds: readonly string[]): Promise<void> {
  const isFew = touchedIds.length <= lookedUpMax;
  // Looking for a person passes over most of the table, but the server believes that it reads all of it each time.
  if (isFew) await planForFew(execute);
  await execute(concernedBySome, migrationId, [...touchedIds]);
  await execute(concernedThemselves, [...touchedIds]);
  await tellAnew(execute, migrationId);
  if (isFew) await planAsUsual(execute);
}

/** Two looks: what may be there more than once, and who has it. */
async function lookAtShared(
  execute: Execute,
  migrationId: string,
  checked: CheckedFile | "records went",
): Promise<void> {
  await execute("create temp table shared (code text, shared text, primary key (code, shared)) on commit drop");
  // From those that have doubles to what they share; joined otherwise, all records would be read.
  await planForFew(execute);
  await execute(sharedBefore, migrationId);
  await planForMany(execute);
  if (checked !== "records went") {
    await execute(sharedBySuspects);
    const { first, last } = recordIdSpanOf(checked.number);
    const others = await execute(otherFiles, migrationId, checked.number);
    if (others > 0) await execute(sharedWithOthers, migrationId, first, last);
  }
  await execute("analyze pg_temp.shared");
  await planForReading(execute);
  const found = await execute(concernedByShared, migrationId);
  const before = await execute(concernedBefore, migrationId);
  await (found + before > fewMax ? planForMany(execute) : planForFew(execute));
  await tellAnew(execute, migrationId);
  await planAsUsual(execute);
}

async function tellAnew(execute: Execute, migrationId: string): Promise<void> {
  // A table nobody knows the size of would have every record read for a single one.
  await execute("analyze pg_temp.concerned");
  await execute(`delete from "Issue" i using pg_temp.concerned s where i."recordId" = s.id and i.code = s.code`);
  for (const insert of [insertReferenceDoubles, insertCompanyDoubles, insertLikelyDoubles])
    await execute(insert, migrationId);
  await judgeRecords(execute, "select id from pg_temp.concerned");
}

const codeOfIdentity = (alias: string) =>
  `case ${alias}."entityType" when 'company' then '${companies.code}' else '${people.code}' end`;

const intoShared = (select: string) => `insert into pg_temp.shared (code, shared) ${select} on conflict do nothing`;

/** Those who were told of a double keep it, if it still is one. */
const sharedBefore = intoShared(`
  select distinct i.code, case i.code when '${references.code}' then r.reference else r.identity end
  from "Issue" i join "Record" r on r.id = i."recordId"
  where i."migrationId" = $1::uuid and i.code in ${codes} and case i.code when '${references.code}' then r.reference else r.identity end is not null`);

const sharedBySuspects = intoShared("select distinct code, shared from pg_temp.suspect");

const otherFiles = `select 1 from "SourceFile" where "migrationId" = $1::uuid and number <> $2 and individuals + companies > 0 limit 1`;

/** What records of the file share with those of other files. */
const sharedWithOthers = intoShared(
  [references, companies, people]
    .map(
      ({ code, column, of }) => `
    select distinct '${code}', r.${column} from "Record" r
    where ${counted("r")} and not (r.id between $2::uuid and $3::uuid) and ${of("r")}
    and r.${column} in (select m.${column} from "Record" m where m.id between $2::uuid and $3::uuid and ${counted("m")} and ${of("m")})`,
    )
    .join(" union all "),
);

const concernedColumns = `(id, code, shared, reference, "fileId", "rowNumber")`;
const oneOf = (column: string, codes: string) =>
  `r.${column} in (select s.shared from pg_temp.shared s where s.code in (${codes}))`;

// A list is asked for each record as it is read. Joined, all records would be kept in memory first: the server believes that there are few.
const concernedByShared = `insert into pg_temp.concerned ${concernedColumns}
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
  select t.id, c.code from unnest($1::uuid[]) as t(id), (values ${[references, companies, people].map(({ code }) => `('${code}')`).join(", ")}) as c(code)
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
