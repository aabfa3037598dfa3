import { type DeliveryStatus, deliveryMachine } from "../domain/delivery.ts";
import type { Db, Tx } from "./client.ts";

export type DeliveryCounts = Record<DeliveryStatus, number>;

/** Of created clients those with gaps, for each chunk asked about. */
export async function countWithGaps(db: Db | Tx, chunkIds: readonly string[]): Promise<Map<string, number>> {
  const groups = await db.$queryRaw<{ chunkId: string; n: number }[]>`
    select "chunkId"::text as "chunkId", count(*)::int as n from "Delivery"
    where "chunkId" = any(${[...chunkIds]}::uuid[]) and status = 'created' and gaps > 0 group by 1`;
  return new Map(groups.map(({ chunkId, n }) => [chunkId, n]));
}

/** The same by migration, for its plan's connection. */
export async function countMigrationsWithGaps(
  db: Db | Tx,
  migrationIds: readonly string[],
): Promise<Map<string, number>> {
  const groups = await db.$queryRaw<{ migrationId: string; n: number }[]>`
    select d."migrationId"::text as "migrationId", count(*)::int as n
    from "Delivery" d join "Plan" p on p."migrationId" = d."migrationId" and p."connectionId" = d."connectionId"
    where d."migrationId" = any(${[...migrationIds]}::uuid[]) and d.status = 'created' and d.gaps > 0 group by 1`;
  return new Map(groups.map(({ migrationId, n }) => [migrationId, n]));
}

const noDeliveries = (): DeliveryCounts =>
  Object.fromEntries(deliveryMachine.statuses.map((status) => [status, 0])) as DeliveryCounts;

/**
 * Deliveries by status, for each chunk asked about. Counted from rows. A client that a later chunk took up again stays
 * counted here as what it was when it left: the numbers of a launched chunk always add up to its clients.
 */
export async function countDeliveries(db: Db | Tx, chunkIds: readonly string[]): Promise<Map<string, DeliveryCounts>> {
  const counts = new Map(chunkIds.map((id) => [id, noDeliveries()]));
  const ids = [...chunkIds];
  const [present, left] = await Promise.all([
    db.delivery.groupBy({ by: ["chunkId", "status"], where: { chunkId: { in: ids } }, _count: true }),
    db.chunkMember.groupBy({
      by: ["chunkId", "leftAs"],
      where: { chunkId: { in: ids }, leftAs: { not: null } },
      _count: true,
    }),
  ]);
  const groups = [
    ...present,
    ...left.flatMap(({ leftAs, ...group }) => (leftAs ? [{ ...group, status: leftAs }] : [])),
  ];
  for (const group of groups) {
    const ofChunk = counts.get(group.chunkId);
    if (ofChunk) ofChunk[group.status] += group._count;
  }
  return counts;
}
