import type { Context } from "../../../context.ts";
import { chunkSettingsSchema } from "../../../domain/chunk-settings.ts";
import { findExpiredClaims, freeExpiredClaim } from "../../../store/expired-claims.ts";
import { makeDue } from "../../../store/take-due-deliveries.ts";
import { outsideWindow } from "../outside-window.ts";
import { dispatchDue, type LaneOfChunk } from "./dispatch-due.ts";
import { holdLane } from "./hold-chunk.ts";
import { settleChunk } from "./settle-chunk.ts";
import { watchPace } from "./watch-pace.ts";

const claimsPerSweep = 100;
/** Jobs of a lane that are quickly looked through. */
const lowLane = 200;

/**
 * Finds what nobody works on any more and gets it going again: claims of dead workers, deliveries whose time has come,
 * lanes whose jobs were lost, chunks that may move on. The rows say all of it, so any worker may do it, at any time.
 */
export async function sweepDeliveries(ctx: Context): Promise<void> {
  for (const { id, chunkId } of await findExpiredClaims(ctx.db, ctx.clock.now(), claimsPerSweep)) {
    const freed = await freeExpiredClaim(ctx.db, id, ctx.clock.now());
    if (freed) ctx.log.warn("a delivery was freed from a worker that died", { deliveryId: id, chunkId, freed });
  }
  const running = await ctx.db.chunk.findMany({ where: { status: "running" }, select: { id: true } });
  for (const { id } of running) await watchPace(ctx, id);
  const live = await ctx.db.chunk.findMany({ where: { status: { in: ["running", "pausing", "stopping"] } } });
  for (const chunk of live) {
    if (chunk.status === "running") await keepLaneFilled(ctx, chunk);
    await settleChunk(ctx, chunk.id);
  }
}

async function keepLaneFilled(
  ctx: Context,
  chunk: LaneOfChunk & { settings: unknown; heldUntil: Date | null },
): Promise<void> {
  const closed = outsideWindow(chunkSettingsSchema.parse(chunk.settings).control.runWindow, ctx.clock.now());
  if (closed) await holdLane(ctx, { chunkId: chunk.id, connectionId: chunk.connectionId }, closed);
  // Its jobs would only find it held, and be spent.
  if (closed || (chunk.heldUntil !== null && chunk.heldUntil > ctx.clock.now())) return;
  // Jobs that were lost (a flushed Redis, a queue that was down when it was told) are missed when the lane runs low, whatever else is in it: webhooks are.
  const inQueue = await ctx.queue.deliveriesIn(chunk.connectionId, lowLane);
  if (inQueue) await makeDue(ctx.db, chunk.id, ctx.clock.now(), inQueue);
  await dispatchDue(ctx, chunk);
}
