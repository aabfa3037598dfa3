import { type IssueCode, issueCatalogue } from "../domain/issue-catalogue.ts";
import type { Execute } from "./execute.ts";
import { findInFamilies } from "./find-in-families.ts";
import { heldSql } from "./held.ts";
import { judgeRecords } from "./move-readiness.ts";
import { placeLinks } from "./place-links.ts";
import { fewMax, planAsUsual, planForFew, planForMany } from "./plan-by-size.ts";

/** Issues that only a look at all links can find. */
export const linkCodes = [
  "link.parent_missing",
  "link.associate_missing",
  "link.leads_nowhere",
  "link.self",
  "link.cycle",
  "link.too_deep",
  "link.no_director",
  "link.ownership_over",
  "link.ownership_gap",
  "link.shared_person",
] as const satisfies readonly IssueCode[];
const codes = `(${linkCodes.map((code) => `'${code}'`).join(", ")})`;

/**
 * Finds anew, over the whole migration, what is wrong with links and families, and judges the records whose issues changed. What was found
 * before and still is so stays as it is. Run inside a transaction. A book without links costs two looks at an index.
 */
export async function refreshLinks(execute: Execute, migrationId: string): Promise<void> {
  // Companies keep what was said of them when the file of their associates is taken out.
  const asked = await execute(
    `select 1 where exists (select 1 from "Link" where "migrationId" = $1::uuid)
       or exists (select 1 from "Issue" where "migrationId" = $1::uuid and code in ${codes})`,
    migrationId,
  );
  if (asked === 0) return;
  await execute("drop table if exists pg_temp.found");
  await execute(
    `create temp table found ("recordId" uuid, code text, field text, value text, facts jsonb) on commit drop`,
  );
  const links = await execute(`select 1 from "Link" where "migrationId" = $1::uuid limit ${fewMax + 1}`, migrationId);
  await (links > fewMax ? planForMany(execute) : planForFew(execute));
  await execute(findUnlinked, migrationId);
  await placeLinks(execute, migrationId);
  await planForMany(execute);
  const found = await findInFamilies(execute, migrationId);
  if (links + found <= fewMax) await planForFew(execute);
  await execute("drop table if exists pg_temp.judged_link");
  await execute("create temp table judged_link (id uuid) on commit drop");
  await execute(deleteSettled, migrationId);
  await execute(insertFound);
  await judgeRecords(execute, "select id from pg_temp.judged_link");
  await planAsUsual(execute);
}

/** The same after some records were excluded or taken back in; nothing, unless one of them has a place in a family. */
export async function refreshLinksOf(execute: Execute, migrationId: string, ids: readonly string[]): Promise<void> {
  if (await standInFamilies(execute, migrationId, ids)) await refreshLinks(execute, migrationId);
}

/** Does one of these records have a place in a company, or does somebody have one in it; or was something said of its family, which may be so no more? */
export const standInFamilies = async (
  execute: Execute,
  migrationId: string,
  ids: readonly string[],
): Promise<boolean> => (await execute(inFamilies, migrationId, [...ids])) > 0;

// The associates of a wide row have ids behind that of its company.
const inFamilies = `select 1 from "Record" t where exists (select 1 from "Link" where "migrationId" = $1::uuid) and t.id = any($2::uuid[]) and (
    exists (select 1 from "Link" l where l."recordId" between t.id and (left(t.id::text, 32) || 'ffff')::uuid)
    or exists (select 1 from "Link" l where l."migrationId" = $1::uuid and l."ownerReference" = t.reference)
    or exists (select 1 from "Link" l where l."migrationId" = $1::uuid and l."associateReference" = t.reference)
    or exists (select 1 from "Issue" i where i."recordId" = t.id and i.code in ${codes})
  ) limit 1`;

/** A link stands at the record it was read with. */
const recordOfLink = `join "Record" r on r.id = l."recordId"`;

// Excluded companies count as known: their associates stay behind with them.
const findUnlinked = `insert into pg_temp.found
  select r.id, 'link.parent_missing', 'owner.reference', left(l."ownerReference", 500), null::jsonb from "Link" l ${recordOfLink}
  where l."migrationId" = $1::uuid and l."ownerReference" is not null and not exists (
    select 1 from "Record" o where o."migrationId" = $1::uuid and o.reference = l."ownerReference" and o.role in ('client', 'associate') and o."entityType" = 'company')
  union all
  select r.id, 'link.parent_missing', 'owner.reference', left(o.reference, 500), null from "Link" l ${recordOfLink}
    join "Record" o on o.id = l."ownerId"
  where l."migrationId" = $1::uuid and o."entityType" <> 'company'
  union all
  select r.id, 'link.associate_missing', 'associate.reference', left(l."associateReference", 500), null from "Link" l ${recordOfLink}
  where l."migrationId" = $1::uuid and l."associateReference" is not null and not exists (
    select 1 from "Record" a where a."migrationId" = $1::uuid and a.reference = l."associateReference")`;

const deleteSettled = `with settled as (
    delete from "Issue" i using "Record" r where i."migrationId" = $1::uuid and i.code in ${codes} and r.id = i."recordId" and not ${heldSql("r")}
      and not exists (
        select 1 from pg_temp.found f where f."recordId" = i."recordId" and f.code = i.code and f.field = i.field
          and f.value is not distinct from i.value and f.facts is not distinct from i.facts)
    returning i."recordId"
  ) insert into pg_temp.judged_link select "recordId" from settled`;

const severityOfCode = `case f.code ${linkCodes.map((code) => `when '${code}' then '${issueCatalogue[code].severity}'`).join(" ")} end::"Severity"`;

/** What is stored of a code and field is the same by now. */
const insertFound = `with added as (
    insert into "Issue" (id, "migrationId", "fileId", "recordId", "rowNumber", code, severity, field, value, facts)
    select gen_random_uuid(), r."migrationId", r."fileId", r.id, r."rowNumber", f.code, ${severityOfCode}, f.field, f.value, f.facts
    from pg_temp.found f join "Record" r on r.id = f."recordId" where not ${heldSql("r")}
      and not exists (select 1 from "Issue" i where i."recordId" = f."recordId" and i.code = f.code and i.field = f.field)
    returning "recordId"
  ) insert into pg_temp.judged_link select "recordId" from added`;
