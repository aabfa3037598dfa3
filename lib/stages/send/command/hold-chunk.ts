import type { Context } from "../../../context.ts";
import { chunkMachine } from "../../../domain/chunk.ts";
import type { Failure } from "../../../domain/failure.ts";
import { allUnreachable } from "../../../store/last-attempts.ts";
import { transition } from "../../../store/transition.ts";

/** Calls in a row that did not reach Passfort before the chunk pauses itself. */
export const breakerAfter = 10;

/** Passfort asked us to wait: the whole lane waits, nothing fails, and the dashboard says for how long. */
export async function holdChunk(
  ctx: Context,
  place: { chunkId: string; connectionId: string },
  failure: Extract<Failure, { kind: "throttled" }>,
): Promise<void> {
  const now = ctx.clock.now();
  const heldUntil = new Date(now.getTime() + failure.retryAfterMs);
  await ctx.db.chunk.updateMany({
    where: { id: place.chunkId, OR: [{ heldUntil: null }, { heldUntil: { lt: heldUntil } }] },
    data: {
      heldUntil,
      holdReason: `Waiting ${Math.ceil(failure.retryAfterMs / 1000)} s: Passfort's limit is reached.`,
    },
  });
  await ctx.queue
    .holdLane(place.connectionId, failure.retryAfterMs)
    .catch(() => ctx.log.warn("the queue could not be told to hold; the row holds", { chunkId: place.chunkId }));
}

/** The key or the account is not usable: sending on would only be refused, so a person must act first. */
export async function haltChunk(ctx: Context, chunkId: string, failure: Failure): Promise<void> {
  await pauseBecause(
    ctx,
    chunkId,
    `Paused by itself: Passfort does not accept our key or account (${failure.message}). Put that right, then resume.`,
  );
}

/** The breaker: when nothing gets through any more, waiting costs less than trying. */
export async function breakIfUnreachable(ctx: Context, chunkId: string): Promise<void> {
  if (await allUnreachable(ctx.db, chunkId, breakerAfter)) {
    await pauseBecause(
      ctx,
      chunkId,
      `Paused by itself: Passfort was not reached ${breakerAfter} times in a row. Nothing is lost; resume when it answers again.`,
    );
  }
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
