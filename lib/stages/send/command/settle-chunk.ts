import type { Context } from "../../../context.ts";
import { type ChunkStatus, chunkMachine } from "../../../domain/chunk.ts";
import { bringBackRefused } from "../../../store/bring-back-refused.ts";
import { transition } from "../../../store/transition.ts";
import { withdrawDeliveries } from "../../../store/withdraw-deliveries.ts";
import { workLeft } from "../../../store/work-left.ts";

/**
 * Moves a chunk on when its deliveries allow it: pausing → paused and stopping → stopped when the last call in flight has
 * ended, running → finished when nothing is left. Safe to call at any time, by anybody.
 */
export async function settleChunk(ctx: Context, chunkId: string): Promise<void> {
  const seen = await workLeft(ctx.db, chunkId);
  if (!seen || !nextOf(seen)) return;
  await ctx.db.$transaction(async (tx) => {
    // Looked at again under the chunk's lock: a retry may have queued something between the look and the move.
    const locked = await workLeft(tx, chunkId, "locked");
    const next = locked && nextOf(locked);
    // What was put down after the stop has not left either.
    if (next?.to === "stopped") await withdrawDeliveries(tx, chunkId, null, ctx.clock.now());
    if (!next) return;
    await transition(tx, chunkMachine, {
      id: chunkId,
      byId: null,
      ...next,
      ...(next.to === "finished" ? { set: { finishedAt: ctx.clock.now(), heldUntil: null, holdReason: null } } : {}),
    });
    if (next.to === "finished" || next.to === "stopped") await bringBackRefused(tx, chunkId);
  });
}

function nextOf(seen: {
  status: ChunkStatus;
  sending: boolean;
  waiting: boolean;
}): { from: ChunkStatus; to: ChunkStatus; because: string } | null {
  if (seen.sending) return null;
  if (seen.status === "pausing") return { from: "pausing", to: "paused", because: "the last call in flight has ended" };
  if (seen.status === "stopping")
    return { from: "stopping", to: "stopped", because: "the last call in flight has ended" };
  if (seen.status === "running" && !seen.waiting)
    return { from: "running", to: "finished", because: "every client of it is accounted for" };
  return null;
}
