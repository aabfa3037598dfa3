import type { Db, Tx } from "./client.ts";

/** Ready clients of a migration by type, and how many of them have an address too thin for full onboarding. */
export async function countReady(
  db: Db | Tx,
  migrationId: string,
): Promise<{ individual: number; company: number; thin: number }> {
  const [row] = await db.$queryRaw<{ individual: number; company: number; thin: number }[]>`
    select (count(*) filter (where r."entityType" = 'individual'))::int as individual,
           (count(*) filter (where r."entityType" = 'company'))::int as company,
           (count(*) filter (where exists (select 1 from "Issue" i where i."recordId" = r.id and i.code = 'record.full_address_incomplete')))::int as thin
    from "Record" r where r."migrationId" = ${migrationId}::uuid and r.readiness = 'ready'`;
  return row ?? { individual: 0, company: 0, thin: 0 };
}
