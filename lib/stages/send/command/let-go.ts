import type { Context } from "../../../context.ts";
import { settleDelivery } from "../../../store/settle-delivery.ts";
import type { Ending } from "../ending.ts";
import { settlingOf } from "../settling-of.ts";
import { breakIfTroubled, breakIfUnreachable, haltChunk, holdChunk, holdLane } from "./hold-chunk.ts";
import type { Passage } from "./passage.ts";
import { writeDown } from "./write-down.ts";

/**
 * Writes down what became of the delivery and, where it concerns all of them, of the chunk.
 * @returns true when the chunk may have to move on
 */
export async function letGo(ctx: Context, passage: Passage, ending: Ending): Promise<boolean> {
  const { deliveryId, chunkId, claimedBy } = passage;
  // The chunk first: the next worker must not run into the same wall while this delivery is put down.
  if (ending.word === "throttled") await holdChunk(ctx, passage, ending.failure);
  if (ending.word === "held") await holdLane(ctx, passage, ending);
  if (ending.word === "halted") await haltChunk(ctx, chunkId, ending.failure);

  const now = ctx.clock.now();
  const { comeAgainMs, ...plan } = settlingOf(ending, passage.tries, passage.hand.random());
  const notBefore = comeAgainMs === null ? null : new Date(now.getTime() + comeAgainMs);
  if (passage.layout) await writeDown(ctx, passage);
  const settling = { deliveryId, claimedBy, now, notBefore, ...plan };
  const { isOurs, mayMoveOn } = await settleDelivery(ctx.prepared, settling, passage.answer);
  if (isOurs) passage.answer = null;
  else {
    await writeDown(ctx, passage);
    ctx.log.warn("a delivery was taken from this worker before it could let it go", { deliveryId, word: ending.word });
  }

  if (ending.word === "unreachable") await breakIfUnreachable(ctx, chunkId);
  if (plan.to === "failed" || plan.to === "refused")
    return (await breakIfTroubled(ctx, chunkId, passage.settings.control.breaker)) || mayMoveOn;
  return mayMoveOn || ending.word === "halted" || ending.word === "unreachable";
}
