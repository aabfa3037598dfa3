import type { Db, Tx } from "./client.ts";

/** Ready clients of a migration by type, and how many of them have an address too thin for full onboarding. Counted as in counts-of.ts. */
export async function countReady(
  db: Db | Tx,
  migrationId: string,
): Promise<{ individual: number; company: number; thin: number }> {
  const [row] = await db.$queryRaw<{ individual: number; company: number; thin: number }[]>`
    select known.individual - judged.individual as individual, known.company - judged.company as company, thin.n as thin
    from (
      select coalesce(sum(individuals), 0)::int as individual, coalesce(sum(companies), 0)::int as company
      from "SourceFile" where "migrationId" = ${migrationId}::uuid
    ) known, (
      select (count(*) filter (where r."entityType" = 'individual'))::int as individual, (count(*) filter (where r."entityType" = 'company'))::int as company
      from "Record" r where r."migrationId" = ${migrationId}::uuid and r.role = 'client' and r.readiness <> 'ready'
    ) judged, (
      select count(distinct i."recordId")::int as n from "Issue" i join "Record" r on r.id = i."recordId"
      where i."migrationId" = ${migrationId}::uuid and i.code = 'record.full_address_incomplete' and r.role = 'client' and r.readiness = 'ready'
    ) thin`;
  return row ?? { individual: 0, company: 0, thin: 0 };
}
