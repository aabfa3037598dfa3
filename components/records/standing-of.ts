import type { ShownRecord } from "./record.ts";

/** Standings in which a client without a profile may be left out by a person (lib/store/left-out-since.ts). */
const endedWithout = ["refused", "failed", "withdrawn"];

/** How a record stands, in one word of the status badges: as in the counts, and an associate by the profiles that it was to get. */
export function standingOf({
  readiness,
  delivery,
  sentAs,
}: Pick<ShownRecord, "readiness" | "delivery" | "sentAs">): string {
  if (delivery) {
    const isLeftOut = readiness === "excluded" && delivery.profileId === null && endedWithout.includes(delivery.status);
    return isLeftOut ? readiness : delivery.status;
  }
  return sentAs.length > 0 && sentAs.every(({ doneAt }) => doneAt !== null) ? "created" : readiness;
}
