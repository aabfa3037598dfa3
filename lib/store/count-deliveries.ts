import { type DeliveryStatus, deliveryMachine } from "../domain/delivery.ts";
import type { Db, Tx } from "./client.ts";

export type DeliveryCounts = Record<DeliveryStatus, number>;

const noDeliveries = (): DeliveryCounts =>
  Object.fromEntries(deliveryMachine.statuses.map((status) => [status, 0])) as DeliveryCounts;

/** Deliveries by status, for each chunk asked about. Counted from rows. */
export async function countDeliveries(db: Db | Tx, chunkIds: readonly string[]): Promise<Map<string, DeliveryCounts>> {
  const counts = new Map(chunkIds.map((id) => [id, noDeliveries()]));
  const groups = await db.delivery.groupBy({
    by: ["chunkId", "status"],
    where: { chunkId: { in: [...chunkIds] } },
    _count: true,
  });
  for (const group of groups) {
    const ofChunk = counts.get(group.chunkId);
    if (ofChunk) ofChunk[group.status] = group._count;
  }
  return counts;
}
