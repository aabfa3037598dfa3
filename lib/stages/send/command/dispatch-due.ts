import type { Context } from "../../../context.ts";
import { presentProcesses } from "../../../domain/processes.ts";
import { countWithJob, takeDueDeliveries } from "../../../store/take-due-deliveries.ts";

/** Clients of one chunk that have a job at most: enough to never run dry between two sweeps, few enough to drop at a pause. */
export const withJobMax = 2_000;
/** Those that are looked up have room of their own. */
const lookedUpMax = 500;

/** What the queue must know of a chunk. */
export type LaneOfChunk = {
  id: string;
  connectionId: string;
  processes: number;
  processesAsked: number | null;
  slowedTo: number | null;
};

/**
 * Tells the queue about deliveries that are due, up to so many; what else the lane holds takes none of their room: of webhooks there may be
 * thousands. The row is the truth: when the queue does not answer, nothing is lost and a sweep misses the job.
 * @returns how many jobs were handed over
 */
export async function dispatchDue(ctx: Context, chunk: LaneOfChunk): Promise<number> {
  const { connectionId } = chunk;
  await ctx.queue.setProcesses(connectionId, presentProcesses(chunk));
  const now = ctx.clock.now();
  // What may have happened is known before more is sent: it does not wait behind a whole lane.
  const lookedUp = await takeDueDeliveries(ctx.db, chunk.id, { status: "uncertain", now, limit: lookedUpMax });
  await ctx.queue.dispatchMany("deliver", lookedUp, { connectionId, goesFirst: true });
  const limit = withJobMax - (await countWithJob(ctx.db, chunk.id, withJobMax));
  const sent = await takeDueDeliveries(ctx.db, chunk.id, { status: "queued", now, limit });
  await ctx.queue.dispatchMany("deliver", sent, { connectionId });
  return lookedUp.length + sent.length;
}

/** After a command of a person: the command is done, whether the queue answers now or later. */
export async function dispatchSoon(ctx: Context, chunk: LaneOfChunk): Promise<void> {
  await dispatchDue(ctx, chunk).catch(() =>
    ctx.log.warn("the queue does not answer; the sweep will tell it", { chunkId: chunk.id }),
  );
}
