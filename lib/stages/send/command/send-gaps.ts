import type { SignedInContext } from "../../../context.ts";
import { chunkMachine } from "../../../domain/chunk.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { forgetRefusals } from "../../../store/bring-back-refused.ts";
import { otherLiveChunk } from "../../../store/live-chunk.ts";
import { lockChunk, longTransaction } from "../../../store/lock-chunk.ts";
import { countSendableGaps, requeueGaps } from "../../../store/requeue-gaps.ts";
import { stillApproved } from "../../../store/still-approved.ts";
import { transition } from "../../../store/transition.ts";
import { changedSinceApproval, connectionBusy } from "../sentences.ts";
import { dispatchSoon } from "./dispatch-due.ts";

/**
 * Sends what is missing of created clients again, and nothing else: of a whole chunk, or of one client. What has errors in the book is left: it
 * is corrected and leaves with a correction chunk.
 */
export async function sendGaps(
  ctx: SignedInContext,
  chunkId: string,
  deliveryId?: string,
): Promise<Outcome<{ requeued: number }>> {
  const scope = { chunkId, deliveryId };
  const outcome = await ctx.db.$transaction(async (tx): Promise<Outcome<{ requeued: number }>> => {
    const chunk = await lockChunk(tx, chunkId);
    if (!chunk) return refused("not_found", "There is no such chunk.");
    if (chunk.status !== "finished" && chunk.status !== "running")
      return refused(
        "not_now",
        chunk.status === "stopped"
          ? "This chunk was stopped for good. Draft a correction chunk: it takes up clients with gaps."
          : `This chunk is ${chunk.status}; gaps are sent again while it runs or after it has finished.`,
      );
    if ((await countSendableGaps(tx, scope)) === 0) return done({ requeued: 0 });
    if (!(await stillApproved(tx, chunkId))) return refused("not_met", changedSinceApproval);
    if (chunk.status === "finished") {
      const other = await otherLiveChunk(tx, chunk.connectionId, chunkId);
      if (other) return refused("not_now", connectionBusy(other));
      await forgetRefusals(tx, scope);
      await transition(tx, chunkMachine, {
        id: chunkId,
        from: "finished",
        to: "running",
        byId: ctx.operator.id,
        because: "a person sends the gaps of its created clients again",
        set: { finishedAt: null },
      });
    }
    return done({ requeued: await requeueGaps(tx, scope, ctx.operator.id, ctx.clock.now()) });
  }, longTransaction);
  const chunk =
    outcome.ok && outcome.value.requeued > 0 ? await ctx.db.chunk.findUnique({ where: { id: chunkId } }) : null;
  if (chunk) await dispatchSoon(ctx, chunk);
  return outcome;
}
