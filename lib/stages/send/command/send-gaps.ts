import type { SignedInContext } from "../../../context.ts";
import { done, type Outcome } from "../../../domain/refusal.ts";
import { longTransaction } from "../../../store/lock-chunk.ts";
import { countSendableGaps, requeueGaps } from "../../../store/requeue-gaps.ts";
import { dispatchSoon } from "./dispatch-due.ts";
import { goOnWithGaps } from "./go-on-with-gaps.ts";

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
    const goesOn = await goOnWithGaps(ctx, tx, scope, async () => (await countSendableGaps(tx, scope)) > 0);
    if (!goesOn.ok) return goesOn;
    return done({ requeued: goesOn.value ? await requeueGaps(tx, scope, ctx.operator.id, ctx.clock.now()) : 0 });
  }, longTransaction);
  const chunk =
    outcome.ok && outcome.value.requeued > 0 ? await ctx.db.chunk.findUnique({ where: { id: chunkId } }) : null;
  if (chunk) await dispatchSoon(ctx, chunk);
  return outcome;
}
