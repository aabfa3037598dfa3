import type { SignedInContext } from "../../../context.ts";
import { chunkMachine } from "../../../domain/chunk.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { stillApproved } from "../../../store/still-approved.ts";
import { makeDue } from "../../../store/take-due-deliveries.ts";
import { transition } from "../../../store/transition.ts";
import { changedSinceApproval } from "../sentences.ts";
import { dispatchSoon } from "./dispatch-due.ts";
import { preflight } from "./preflight.ts";

/** Goes on where the pause left off, if the chunk is still exactly what was approved. */
export async function resumeChunk(ctx: SignedInContext, chunkId: string): Promise<Outcome<Record<never, never>>> {
  const chunk = await ctx.db.chunk.findUnique({ where: { id: chunkId } });
  if (!chunk) return refused("not_found", "There is no such chunk.");
  if (chunk.status === "running") return done({});
  if (chunk.status === "pausing")
    return refused("not_now", "Calls in flight are ending; it can be resumed in a moment.");
  if (chunk.status !== "paused")
    return refused("not_now", `This chunk is ${chunk.status}; only a paused chunk can be resumed.`);

  if (!(await stillApproved(ctx.db, chunkId))) return refused("not_met", changedSinceApproval);
  const obstacle = await preflight(ctx, chunk.connectionId);
  if (obstacle) return { ok: false, refusal: obstacle };

  // The pause emptied the lane, so every waiting delivery needs a job again.
  await makeDue(ctx.db, chunkId, ctx.clock.now());
  const moved = await transition(ctx.db, chunkMachine, {
    id: chunkId,
    from: "paused",
    to: "running",
    byId: ctx.operator.id,
    because: "a person resumed it",
    set: { holdReason: null, heldUntil: null, setOffAt: ctx.clock.now() },
  });
  if (!moved) return refused("changed_meanwhile", "Somebody else changed this chunk a moment ago. Look again.");
  await dispatchSoon(ctx, chunk);
  return done({});
}
