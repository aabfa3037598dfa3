import type { SignedInContext } from "../../../context.ts";
import { chunkMachine } from "../../../domain/chunk.ts";
import { done, type Outcome } from "../../../domain/refusal.ts";
import { transitionMany } from "../../../store/transition.ts";
import { settleChunk } from "./settle-chunk.ts";

/**
 * The kill switch: pauses every running chunk of every connection, in one statement. No call starts from the moment it is
 * stored; each chunk is resumed by a person, one by one, after they have looked. Nothing running: nothing changes.
 */
export async function pauseEverything(
  ctx: SignedInContext,
  { reason }: { reason: string },
): Promise<Outcome<{ paused: number }>> {
  const running = await ctx.db.chunk.findMany({
    where: { status: "running" },
    select: { id: true, connectionId: true },
  });
  const paused = await transitionMany(ctx.db, chunkMachine, {
    ids: running.map(({ id }) => id),
    from: "running",
    to: "pausing",
    byId: ctx.operator.id,
    because: "everything was paused at once",
    set: { holdReason: `Everything was paused by ${ctx.operator.name}: ${reason}`, heldUntil: null },
  });
  for (const { id, connectionId } of running.filter((chunk) => paused.includes(chunk.id))) {
    await ctx.queue
      .emptyLane(connectionId)
      .catch(() => ctx.log.warn("the queue does not answer; its jobs will find the chunk paused", { chunkId: id }));
    await settleChunk(ctx, id);
  }
  return done({ paused: paused.length });
}
