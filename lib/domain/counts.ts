import type { DeliveryStatus } from "./delivery.ts";

/**
 * The counting identity: clients = the sum of all other numbers, at every moment and in every report.
 * Counted from rows, never from queue counters.
 */
export type Counts = {
  clients: number;
  excluded: number;
  invalid: number;
  unchecked: number;
  waiting: number;
} & Record<DeliveryStatus, number>;

export const countParts = [
  "excluded",
  "invalid",
  "unchecked",
  "waiting",
  "queued",
  "sending",
  "uncertain",
  "created",
  "failed",
  "refused",
  "withdrawn",
] as const satisfies readonly (keyof Counts)[];

/** Every status of a client in words, in the order of the identity. */
export const countWords: Record<(typeof countParts)[number], string> = {
  excluded: "Excluded",
  invalid: "Invalid",
  unchecked: "Not checked yet",
  waiting: "Ready and waiting",
  queued: "Queued",
  sending: "Sending",
  uncertain: "Uncertain",
  created: "Created",
  failed: "Failed",
  refused: "Refused",
  withdrawn: "Withdrawn",
};

export function identityHolds(counts: Counts): boolean {
  return counts.clients === countParts.reduce((sum, part) => sum + counts[part], 0);
}
