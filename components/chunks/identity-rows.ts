import { countWords } from "#lib/domain/counts.ts";
import { type DeliveryStatus, deliveryMachine } from "#lib/domain/delivery.ts";

export type IdentityRow = { status: DeliveryStatus; label: string; count: number };
export type DeliveryCounts = Readonly<Record<DeliveryStatus, number>>;

/** Which delivery statuses are an end: nothing more happens to them without a person. */
const isSettled: Record<DeliveryStatus, boolean> = {
  queued: false,
  sending: false,
  uncertain: false,
  created: true,
  failed: true,
  refused: true,
  withdrawn: true,
};

/** The parts of a chunk's counting identity in words, in the order of the machine. */
export function identityRows(deliveries: DeliveryCounts): IdentityRow[] {
  return deliveryMachine.statuses.map((status) => ({ status, label: countWords[status], count: deliveries[status] }));
}

/** Clients of a chunk whose delivery came to an end. */
export function settledOf(deliveries: DeliveryCounts): number {
  return deliveryMachine.statuses.reduce((sum, status) => sum + (isSettled[status] ? deliveries[status] : 0), 0);
}

/** Clients that a person has to look at: Passfort does not have them, or we cannot say. */
export function notCreatedOf(deliveries: DeliveryCounts): number {
  return deliveries.failed + deliveries.refused + deliveries.uncertain;
}
