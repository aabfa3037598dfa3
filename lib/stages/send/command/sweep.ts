import type { Context } from "../../../context.ts";
import { chunkSettingsSchema } from "../../../domain/chunk-settings.ts";
import { findExpiredClaims, freeExpiredClaim } from "../../../store/expired-claims.ts";
import { countWithJob, makeDue } from "../../../store/take-due-deliveries.ts";
import { outsideWindow } from "../outside-window.ts";
import { dispatchDue, type LaneOfChunk, withJobMax } from "./dispatch-due.ts";
import { holdLane } from "./hold-chunk.ts";
import { settleChunk } from "./settle-chunk.ts";
import { watchPace } from "./watch-pace.ts";

const claimsPerSweep = 100;
/** So few clients with a job are looked for in their lane at every sweep; of more, only when some are missing for certain. */
const fewWithJob = 200;
/** Jobs of a lane that can be looked through. */
const lookedThroughMax = 5_000;

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
  if (await mayMissJobs(ctx, chunk)) {
    const inQueue = await ctx.queue.deliveriesIn(chunk.connectionId, lookedThroughMax);
    if (inQueue) await makeDue(ctx.db, chunk.id, ctx.clock.now(), inQueue);
  }
  await dispatchDue(ctx, chunk);
}

/** Jobs are lost with a flushed Redis, or by a queue that was down when it was told; what else is in the lane, webhooks above all, hides that. */
async function mayMissJobs(ctx: Context, { id, connectionId }: LaneOfChunk): Promise<boolean> {
  const withJob = await countWithJob(ctx.db, id, withJobMax);
  return withJob > 0 && (withJob <= fewWithJob || (await ctx.queue.depthOf(connectionId)) < withJob);
}
