import type { Context } from "../../../context.ts";
import { presentProcesses } from "../../../domain/processes.ts";
import { takeDueDeliveries } from "../../../store/take-due-deliveries.ts";

/** Jobs a lane holds at most for one chunk: enough to never run dry between two sweeps, few enough to drop at a pause. */
const laneDepthMax = 2_000;

/** What the queue must know of a chunk. */
export type LaneOfChunk = {
  id: string;
  connectionId: string;
  processes: number;
  processesAsked: number | null;
  slowedTo: number | null;
};

/**
 * Tells the queue about deliveries that are due, up to the lane's depth. The row is the truth: when the queue does not
 * answer, nothing is lost and the next sweep finds the lane dry.
 * @returns how many jobs were handed over
 */
export async function dispatchDue(ctx: Context, chunk: LaneOfChunk): Promise<number> {
  await ctx.queue.setProcesses(chunk.connectionId, presentProcesses(chunk));
  const room = laneDepthMax - (await ctx.queue.depthOf(chunk.connectionId));
  if (room <= 0) return 0;
  const due = await takeDueDeliveries(ctx.db, chunk.id, ctx.clock.now(), room);
  const { connectionId } = chunk;
  const jobs = (isLookedUp: boolean) =>
    due
      .filter((each) => each.isLookedUp === isLookedUp)
      .map(({ deliveryId, generation }) => ({ deliveryId, generation }));
  // What may have happened is known before more is sent: it does not wait behind a whole lane.
  await ctx.queue.dispatchMany("deliver", jobs(true), { connectionId, goesFirst: true });
  await ctx.queue.dispatchMany("deliver", jobs(false), { connectionId });
  return due.length;
}

/** After a command of a person: the command is done, whether the queue answers now or later. */
export async function dispatchSoon(ctx: Context, chunk: LaneOfChunk): Promise<void> {
  await dispatchDue(ctx, chunk).catch(() =>
    ctx.log.warn("the queue does not answer; the sweep will tell it", { chunkId: chunk.id }),
  );
}
