import type { Db } from "./client.ts";

/**
 * Associates, and rows that name places of them, with errors, by migration. Their companies leave without them. Readiness is written into
 * the statement: the index of the records that are not ready is taken for no value that is sent beside it, and a million would be read.
 */
export async function countInvalidAssociates(db: Db, migrationIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ migrationId: string; n: number }[]>`
    select r."migrationId"::text as "migrationId", count(*)::int as n from "Record" r
    where r."migrationId" = any(${[...migrationIds]}::uuid[]) and r.readiness = 'invalid' and r.readiness <> 'ready'
      and r.role in ('associate', 'link')
    group by 1`;
  return new Map(rows.map(({ migrationId, n }) => [migrationId, n]));
}
