import type { Context } from "../../../context.ts";
import { chunkMachine } from "../../../domain/chunk.ts";
import type { BreakerSettings } from "../../../domain/control-settings.ts";
import type { Failure } from "../../../domain/failure.ts";
import { storageAwayCode, wasNotReached } from "../../../domain/unreached.ts";
import { codesOfUnreachable } from "../../../store/last-attempts.ts";
import { lastEnds } from "../../../store/last-ends.ts";
import { transition } from "../../../store/transition.ts";
import { breakReason } from "../breaker.ts";
import { haltSentence } from "../halt-sentence.ts";

/** Calls in a row that did not reach Passfort before the chunk pauses itself. */
export const breakerAfter = 10;

/** Passfort asked us to wait: the whole lane waits, nothing fails, and the dashboard says for how long. */
export async function holdChunk(
  ctx: Context,
  place: { chunkId: string; connectionId: string },
  failure: Extract<Failure, { kind: "throttled" }>,
): Promise<void> {
  await holdLane(ctx, place, {
    waitMs: failure.retryAfterMs,
    because: `Waiting ${Math.ceil(failure.retryAfterMs / 1000)} s: Passfort's limit is reached.`,
  });
}

/** The queue's lane is held as well, but never for long: looking things up for webhooks goes through it, too. */
const laneHeldMsMax = 60_000;

/** The chunk's row holds its lane until then: no delivery is taken in hand. A hold never shortens a longer one. */
export async function holdLane(
  ctx: Context,
  place: { chunkId: string; connectionId: string },
  { waitMs, because }: { waitMs: number; because: string },
): Promise<void> {
  const until = new Date(ctx.clock.now().getTime() + waitMs);
  const held = await ctx.db.chunk.updateMany({
    where: { id: place.chunkId, status: "running", OR: [{ heldUntil: null }, { heldUntil: { lt: until } }] },
    data: { heldUntil: until, holdReason: because },
  });
  if (held.count === 0 || waitMs <= 0) return;
  await ctx.queue
    .holdLane(place.connectionId, Math.min(waitMs, laneHeldMsMax))
    .catch(() => ctx.log.warn("the queue could not be told to hold; the row holds", { chunkId: place.chunkId }));
}

/** The key or the account is not usable: sending on would only be refused, so a person must act first. */
export async function haltChunk(ctx: Context, chunkId: string, failure: Failure): Promise<void> {
  await pauseBecause(ctx, chunkId, haltSentence(failure));
}

/** The breaker: when nothing gets through any more, waiting costs less than trying. */
export async function breakIfUnreachable(ctx: Context, chunkId: string): Promise<void> {
  const codes = await codesOfUnreachable(ctx.db, chunkId, breakerAfter);
  if (!codes) return;
  const isStorage = codes.every((code) => code === storageAwayCode);
  const what = wasNotReached(isStorage ? storageAwayCode : undefined);
  await pauseBecause(
    ctx,
    chunkId,
    `Paused by itself: ${what} ${breakerAfter} times in a row. Nothing is lost; resume when it answers again.`,
  );
}

/**
 * The breaker of the plan: so many of the last clients were not created that a person should look first.
 * @returns true when the chunk was paused
 */
export async function breakIfTroubled(ctx: Context, chunkId: string, settings: BreakerSettings): Promise<boolean> {
  const reason = breakReason(await lastEnds(ctx.db, chunkId, settings.window), settings);
  if (reason) await pauseBecause(ctx, chunkId, reason);
  return reason !== null;
}

async function pauseBecause(ctx: Context, chunkId: string, because: string): Promise<void> {
  const moved = await transition(ctx.db, chunkMachine, {
    id: chunkId,
    from: "running",
    to: "pausing",
    byId: null,
    because,
    set: { holdReason: because, heldUntil: null },
  });
  if (moved) ctx.log.warn("chunk paused by itself", { chunkId });
}
