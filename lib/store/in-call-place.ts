import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../clock.ts";
import { endedWithinMs } from "../domain/lost-call.ts";
import { awaitCallPlace, leaveCallPlace, takeAwaitedPlace, takeCallPlace } from "./call-place.ts";
import type { Db } from "./client.ts";

type Around = { db: Db; clock: Clock };

/**
 * Makes one call that belongs to no delivery in hand, in a place of its own among those that its account may have in flight: the queue counts
 * too, but a queue that was wiped forgets who is at work. @returns null when all places are taken, and nothing was called
 */
export async function inCallPlace<T>(
  ctx: Around,
  connectionId: string,
  call: () => Promise<T>,
): Promise<{ answer: T } | null> {
  const place = await takeCallPlace(ctx.db, { connectionId, ...taking(ctx) });
  return place === null ? null : callIn(ctx, place, call);
}

const lookEveryMs = 20;
const patienceMs = 10_000;

/** What a person is told who asked for a call while all places were taken, and stayed so. */
export const noCallPlaceSentence =
  "As many calls to Passfort are in flight as may be. Nothing was changed; pause the chunk that runs, or try again in a moment.";

/** The same for a call that a person waits for: the next place that is free is theirs, within ten seconds. */
export async function inCallPlaceSoon<T>(
  ctx: Around,
  connectionId: string,
  call: () => Promise<T>,
): Promise<{ answer: T } | null> {
  const called = await inCallPlace(ctx, connectionId, call);
  if (called) return called;
  const until = new Date(ctx.clock.now().getTime() + patienceMs);
  const place = await awaitCallPlace(ctx.db, { connectionId, until });
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += lookEveryMs) {
    if (await takeAwaitedPlace(ctx.db, place, { connectionId, ...taking(ctx) })) return callIn(ctx, place, call);
    await wait(lookEveryMs);
  }
  await leaveCallPlace(ctx.db, place, ctx.clock.now());
  return null;
}

function taking({ clock }: Around) {
  const now = clock.now();
  return { now, until: new Date(now.getTime() + endedWithinMs) };
}

async function callIn<T>({ db, clock }: Around, place: string, call: () => Promise<T>): Promise<{ answer: T }> {
  try {
    return { answer: await call() };
  } finally {
    await leaveCallPlace(db, place, clock.now());
  }
}
