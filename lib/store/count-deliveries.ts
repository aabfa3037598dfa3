import { type DeliveryStatus, deliveryMachine } from "../domain/delivery.ts";
import type { Db, Tx } from "./client.ts";

export type DeliveryCounts = Record<DeliveryStatus, number>;

const noDeliveries = (): DeliveryCounts =>
  Object.fromEntries(deliveryMachine.statuses.map((status) => [status, 0])) as DeliveryCounts;

/**
 * Deliveries by status, for each chunk asked about. Counted from rows. A client that a later chunk took up again left
 * this one as withdrawn, and stays counted so here: the numbers of a launched chunk always add up to its clients.
 */
export async function countDeliveries(db: Db | Tx, chunkIds: readonly string[]): Promise<Map<string, DeliveryCounts>> {
  const counts = new Map(chunkIds.map((id) => [id, noDeliveries()]));
  const ids = [...chunkIds];
  const [groups, launched] = await Promise.all([
    db.delivery.groupBy({ by: ["chunkId", "status"], where: { chunkId: { in: ids } }, _count: true }),
    db.chunk.findMany({ where: { id: { in: ids }, status: "stopped" }, select: { id: true, clientCount: true } }),
  ]);
  for (const group of groups) {
    const ofChunk = counts.get(group.chunkId);
    if (ofChunk) ofChunk[group.status] = group._count;
  }
  for (const { id, clientCount } of launched) {
    const ofChunk = counts.get(id);
    if (ofChunk) ofChunk.withdrawn += clientCount - Object.values(ofChunk).reduce((sum, n) => sum + n, 0);
  }
  return counts;
}
