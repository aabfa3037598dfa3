import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../clock.ts";
import { endedWithinMs } from "../domain/lost-call.ts";
import { leaveCallPlace, takeCallPlace } from "./call-place.ts";
import type { Db } from "./client.ts";

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
  const place = await takeCallPlace(db, { connectionId, now, until: new Date(now.getTime() + endedWithinMs) });
  if (place === null) return null;
  try {
    return { answer: await call() };
  } finally {
    await leaveCallPlace(db, place, clock.now());
  }
}

/** A place is free for some milliseconds whenever a client has come to its end; looked for so often, it is found. */
const lookEveryMs = 20;
const looksMax = 500;

/** What a person is told who asked for a call while all places were taken, and stayed so. */
export const noCallPlaceSentence =
  "As many calls to Passfort are in flight as may be. Nothing was changed; pause the chunk that runs, or try again in a moment.";

/** The same for a call that a person waits for: within ten seconds. */
export async function inCallPlaceSoon<T>(
  ctx: { db: Db; clock: Clock },
  connectionId: string,
  call: () => Promise<T>,
): Promise<{ answer: T } | null> {
  for (let looks = 1; ; looks += 1) {
    const called = await inCallPlace(ctx, connectionId, call);
    if (called || looks === looksMax) return called;
    await wait(lookEveryMs);
  }
}
