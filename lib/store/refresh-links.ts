import type { Execute } from "./execute.ts";
import { heldSql } from "./held.ts";
import { judgeRecords } from "./move-readiness.ts";

/**
 * Finds anew, over the whole migration, the links whose company or whose associate is in no file, and judges the records that had or have
 * such an issue. Run inside a transaction. A book without links costs one look at an index.
 */
export async function refreshLinks(execute: Execute, migrationId: string): Promise<void> {
  const links = await execute(`select 1 from "Link" where "migrationId" = $1::uuid limit 1`, migrationId);
  if (links === 0) return;
  await execute("drop table if exists pg_temp.unlinked");
  await execute(`create temp table unlinked ("recordId" uuid, code text, field text, value text) on commit drop`);
  // As in refresh-duplicates.ts: rows of this very transaction have no statistics, and a loop over them would take hours.
  await execute("set local enable_nestloop = off");
  await execute(findUnlinked, migrationId);
  await execute("drop table if exists pg_temp.judged_link");
  await execute("create temp table judged_link (id uuid) on commit drop");
  await execute(
    `insert into pg_temp.judged_link select "recordId" from "Issue" where "migrationId" = $1::uuid and code in ${codes} union select "recordId" from pg_temp.unlinked`,
    migrationId,
  );
  await execute(
    `delete from "Issue" i using "Record" r where i."migrationId" = $1::uuid and i.code in ${codes} and r.id = i."recordId" and not ${heldSql("r")}`,
    migrationId,
  );
  await execute(insertIssues);
  await judgeRecords(execute, "select id from pg_temp.judged_link");
}

const codes = `('link.parent_missing', 'link.associate_missing')`;

/** A link stands at the record it was read with. */
const recordOfLink = `join "Record" r on r.id = l."recordId"`;

// Excluded companies count as known: their associates stay behind with them.
const findUnlinked = `insert into pg_temp.unlinked
  select r.id, 'link.parent_missing', 'owner.reference', l."ownerReference" from "Link" l ${recordOfLink}
  where l."migrationId" = $1::uuid and l."ownerReference" is not null and not exists (
    select 1 from "Record" o where o."migrationId" = $1::uuid and o.reference = l."ownerReference" and o.role = 'client' and o."entityType" = 'company')
  union all
  select r.id, 'link.parent_missing', 'owner.reference', o.reference from "Link" l ${recordOfLink}
    join "Record" o on o.id = l."ownerId"
  where l."migrationId" = $1::uuid and o."entityType" <> 'company'
  union all
  select r.id, 'link.associate_missing', 'associate.reference', l."associateReference" from "Link" l ${recordOfLink}
  where l."migrationId" = $1::uuid and l."associateReference" is not null and not exists (
    select 1 from "Record" a where a."migrationId" = $1::uuid and a.reference = l."associateReference")`;

const insertIssues = `insert into "Issue" (id, "migrationId", "fileId", "recordId", "rowNumber", code, severity, field, value, facts)
  select gen_random_uuid(), r."migrationId", r."fileId", r.id, r."rowNumber", u.code, 'error', u.field, left(u.value, 500), null
  from pg_temp.unlinked u join "Record" r on r.id = u."recordId" where not ${heldSql("r")}`;
