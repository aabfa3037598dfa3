import type { Clock } from "../clock.ts";
import { apiTimeoutMs } from "../domain/lost-call.ts";
import { leaveCallPlace, takeCallPlace } from "./call-place.ts";
import type { Db } from "./client.ts";

/** A call ends by itself before (lib/passfort/http.ts), so none outlives its place. */
const placeMs = apiTimeoutMs + 5_000;

/**
 * Makes one call that belongs to no delivery in hand, in a place of its own among those that its account may have in flight: the queue counts
 * too, but a queue that was wiped forgets who is at work. @returns null when all places are taken, and nothing was called
 */
export async function inCallPlace<T>(
  { db, clock }: { db: Db; clock: Clock },
  connectionId: string,
  call: () => Promise<T>,
): Promise<{ answer: T } | null> {
  const now = clock.now();
  const place = await takeCallPlace(db, { connectionId, now, until: new Date(now.getTime() + placeMs) });
  if (place === null) return null;
  try {
    return { answer: await call() };
  } finally {
    await leaveCallPlace(db, place, clock.now());
  }
}
