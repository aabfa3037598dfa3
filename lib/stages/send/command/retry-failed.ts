import type { SignedInContext } from "../../../context.ts";
import { chunkMachine } from "../../../domain/chunk.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { isTransient, type Retried } from "../../../domain/retry.ts";
import type { Tx } from "../../../store/client.ts";
import { failureCodes } from "../../../store/failure-codes.ts";
import { otherLiveChunk } from "../../../store/live-chunk.ts";
import { lockChunk, longTransaction } from "../../../store/lock-chunk.ts";
import { countFailed, type FailedFilter, requeueFailed } from "../../../store/requeue-failed.ts";
import { stillApproved } from "../../../store/still-approved.ts";
import { transition } from "../../../store/transition.ts";
import { changedSinceApproval, connectionBusy } from "../sentences.ts";
import { dispatchSoon } from "./dispatch-due.ts";

/** Sends failed clients of a chunk again. Refused ones are left: their data must be corrected first. */
export async function retryFailed(
  ctx: SignedInContext,
  chunkId: string,
  which: Retried = { kind: "all" },
): Promise<Outcome<{ retried: number }>> {
  const outcome = await ctx.db.$transaction(async (tx): Promise<Outcome<{ retried: number }>> => {
    const chunk = await lockChunk(tx, chunkId);
    if (!chunk) return refused("not_found", "There is no such chunk.");
    if (chunk.status !== "finished" && chunk.status !== "running")
      return refused(
        "not_now",
        `This chunk is ${chunk.status}; failed clients are sent again while it runs or after it has finished.`,
      );
    const filter = await filterOf(tx, chunkId, which);
    if ((await countFailed(tx, chunkId, filter)) === 0) return done({ retried: 0 });
    if (chunk.status === "finished") {
      const other = await otherLiveChunk(tx, chunk.connectionId, chunkId);
      if (other) return refused("not_now", connectionBusy(other));
      if (!(await stillApproved(tx, chunkId))) return refused("not_met", changedSinceApproval);
      await transition(tx, chunkMachine, {
        id: chunkId,
        from: "finished",
        to: "running",
        byId: ctx.operator.id,
        because: "a person sends its failed clients again",
        set: { finishedAt: null, setOffAt: ctx.clock.now() },
      });
    }
    return done({ retried: await requeueFailed(tx, chunkId, ctx.operator.id, ctx.clock.now(), filter) });
  }, longTransaction);
  const chunk =
    outcome.ok && outcome.value.retried > 0 ? await ctx.db.chunk.findUnique({ where: { id: chunkId } }) : null;
  if (chunk) await dispatchSoon(ctx, chunk);
  return outcome;
}

async function filterOf(tx: Tx, chunkId: string, which: Retried): Promise<FailedFilter> {
  switch (which.kind) {
    case "all":
      return {};
    case "record":
      return { recordId: which.recordId };
    case "code":
      return { codes: [which.code] };
    case "transient":
      return { codes: (await failureCodes(tx, chunkId)).map(({ code }) => code).filter(isTransient) };
  }
}
