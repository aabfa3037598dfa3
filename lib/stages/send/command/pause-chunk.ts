import type { SignedInContext } from "../../../context.ts";
import { chunkMachine } from "../../../domain/chunk.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { transition } from "../../../store/transition.ts";
import { settleChunk } from "./settle-chunk.ts";

/** From the moment this is stored no new call starts; calls in flight end, then the chunk is paused. */
export async function pauseChunk(ctx: SignedInContext, chunkId: string): Promise<Outcome<Record<never, never>>> {
  const moved = await transition(ctx.db, chunkMachine, {
    id: chunkId,
    from: "running",
    to: "pausing",
    byId: ctx.operator.id,
    because: "a person paused it",
    set: { holdReason: `Paused by ${ctx.operator.name}.`, heldUntil: null },
  });
  const chunk = await ctx.db.chunk.findUnique({ where: { id: chunkId }, select: { status: true, connectionId: true } });
  if (!chunk) return refused("not_found", "There is no such chunk.");
  if (!moved && chunk.status !== "pausing" && chunk.status !== "paused")
    return refused("not_now", `This chunk is ${chunk.status}; only a running chunk can be paused.`);
  if (moved)
    await ctx.queue
      .emptyLane(chunk.connectionId)
      .catch(() => ctx.log.warn("the queue does not answer; its jobs will find the chunk paused", { chunkId }));
  await settleChunk(ctx, chunkId);
  return done({});
}
