import type { Db } from "./client.ts";

/**
 * Deliveries of every connection of which nobody knows whether they happened, whatever their chunk. One look into an index for each migration
 * and connection: over the whole table it would be a look at every delivery.
 */
export async function countUncertain(db: Db): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ connectionId: string; n: number }[]>`
    select a.id::text as "connectionId", sum(found.n)::int as n
    from "Connection" a cross join "Migration" m cross join lateral (
      select count(*) as n from "Delivery" d where d."migrationId" = m.id and d."connectionId" = a.id and d.status = 'uncertain') as found
    group by a.id`;
  return new Map(rows.map(({ connectionId, n }) => [connectionId, n]));
}
