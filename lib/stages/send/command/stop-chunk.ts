import type { SignedInContext } from "../../../context.ts";
import { chunkMachine } from "../../../domain/chunk.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { longTransaction } from "../../../store/lock-chunk.ts";
import { transition } from "../../../store/transition.ts";
import { withdrawDeliveries } from "../../../store/withdraw-deliveries.ts";
import { settleChunk } from "./settle-chunk.ts";

/** Ends a chunk for good: what had not left is withdrawn, what is in flight ends, what was created stays. */
export async function stopChunk(ctx: SignedInContext, chunkId: string): Promise<Outcome<Record<never, never>>> {
  const byId = ctx.operator.id;
  const moved = await ctx.db.$transaction(async (tx) => {
    const stopping = await transition(tx, chunkMachine, {
      id: chunkId,
      to: "stopping",
      byId,
      because: "a person stopped it",
      set: { holdReason: `Stopped by ${ctx.operator.name}.`, heldUntil: null },
    });
    if (stopping) await withdrawDeliveries(tx, chunkId, byId, ctx.clock.now());
    return stopping;
  }, longTransaction);
  const chunk = await ctx.db.chunk.findUnique({ where: { id: chunkId }, select: { status: true, connectionId: true } });
  if (!chunk) return refused("not_found", "There is no such chunk.");
  if (!moved && chunk.status !== "stopping" && chunk.status !== "stopped")
    return refused("not_now", `This chunk is ${chunk.status}; only a chunk under way can be stopped.`);
  if (moved)
    await ctx.queue
      .emptyLane(chunk.connectionId)
      .catch(() => ctx.log.warn("the queue does not answer; its jobs will find the chunk stopped", { chunkId }));
  await settleChunk(ctx, chunkId);
  return done({});
}
