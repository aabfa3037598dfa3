import type { Db } from "./client.ts";

export type FamilyCounts = { associates: number; invalid: number; links: number };

/**
 * Associates of a migration and their links, those of excluded records left out. An associate's profile cannot be shared between companies
 * (migration guide), so every link becomes a profile of its own. A row of a links file is a link, and no associate. From noted totals and
 * from the records that are not ready, as in counts-of.ts: a million clients cost nothing.
 */
export async function countFamilies(db: Db, migrationId: string): Promise<FamilyCounts> {
  const [row] = await db.$queryRaw<FamilyCounts[]>`
    select (known.associates - judged.excluded)::int as associates, judged.invalid::int as invalid, (linked.n - unlinked.n)::int as links
    from (
      select coalesce(sum(associates) filter (where kind not in ('links', 'documents')), 0) as associates from "SourceFile" where "migrationId" = ${migrationId}::uuid
    ) known, (
      select count(*) filter (where r.readiness = 'excluded' and r.role = 'associate') as excluded, count(*) filter (where r.readiness = 'invalid') as invalid
      from "Record" r where r."migrationId" = ${migrationId}::uuid and r.readiness <> 'ready' and r.role in ('associate', 'link')
    ) judged, (
      select count(*) as n from "Link" where "migrationId" = ${migrationId}::uuid
    ) linked, (
      select count(*) as n from "Record" r join "Link" l on l."recordId" = r.id
      where r."migrationId" = ${migrationId}::uuid and r.readiness <> 'ready' and r.readiness = 'excluded'
    ) unlinked`;
  return row ?? { associates: 0, invalid: 0, links: 0 };
}
