import type { SignedInContext } from "../../../context.ts";
import { chunkMachine } from "../../../domain/chunk.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { otherLiveChunk } from "../../../store/live-chunk.ts";
import { lockChunk, longTransaction } from "../../../store/lock-chunk.ts";
import { requeueFailed } from "../../../store/requeue-failed.ts";
import { stillApproved } from "../../../store/still-approved.ts";
import { transition } from "../../../store/transition.ts";
import { changedSinceApproval, connectionBusy } from "../sentences.ts";
import { dispatchSoon } from "./dispatch-due.ts";

/** Sends every failed client of a chunk again. Refused ones are left: their data must be corrected first. */
export async function retryFailed(ctx: SignedInContext, chunkId: string): Promise<Outcome<{ retried: number }>> {
  const outcome = await ctx.db.$transaction(async (tx): Promise<Outcome<{ retried: number }>> => {
    const chunk = await lockChunk(tx, chunkId);
    if (!chunk) return refused("not_found", "There is no such chunk.");
    if (chunk.status !== "finished" && chunk.status !== "running")
      return refused(
        "not_now",
        `This chunk is ${chunk.status}; failed clients are sent again while it runs or after it has finished.`,
      );
    if ((await tx.delivery.count({ where: { chunkId, status: "failed" }, take: 1 })) === 0) return done({ retried: 0 });
    if (chunk.status === "finished") {
      const other = await otherLiveChunk(tx, chunk.connectionId, chunkId);
      if (other) return refused("not_now", connectionBusy(other));
      if (!(await stillApproved(tx, chunkId))) return refused("not_met", changedSinceApproval);
      await transition(tx, chunkMachine, {
        id: chunkId,
        from: "finished",
        to: "running",
        byId: ctx.operator.id,
        because: "a person sends its failed clients again",
        set: { finishedAt: null },
      });
    }
    return done({ retried: await requeueFailed(tx, chunkId, ctx.operator.id, ctx.clock.now()) });
  }, longTransaction);
  const chunk =
    outcome.ok && outcome.value.retried > 0 ? await ctx.db.chunk.findUnique({ where: { id: chunkId } }) : null;
  if (chunk) await dispatchSoon(ctx, chunk);
  return outcome;
}
