import type { SignedInContext } from "../../../context.ts";
import { chunkMachine } from "../../../domain/chunk.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { isTransient, type Retried } from "../../../domain/retry.ts";
import { isSentAgain } from "../../../domain/sent-again.ts";
import type { Tx } from "../../../store/client.ts";
import { failureCodes } from "../../../store/failure-codes.ts";
import { type FailureScope, failureScopeOf } from "../../../store/failure-scope.ts";
import { otherLiveChunk } from "../../../store/live-chunk.ts";
import { lockChunk, longTransaction } from "../../../store/lock-chunk.ts";
import { countFailed, requeueFailed } from "../../../store/requeue-failed.ts";
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
    if (!isSentAgain[chunk.status])
      return refused(
        "not_now",
        `This chunk is ${chunk.status}; failed clients are sent again while it runs or after it has finished.`,
      );
    const scope = await scopeOf(tx, chunkId, which);
    const expected = which.kind === "filter" ? which.expected : undefined;
    const failed = await countFailed(tx, chunkId, scope);
    if (expected !== undefined && failed !== expected) return refused("changed_meanwhile", notThoseSeen);
    if (failed === 0) return done({ retried: 0 });
    if (chunk.status === "finished") {
      const other = await otherLiveChunk(tx, chunk.connectionId, chunkId);
      if (other) return refused("not_now", connectionBusy(other));
      if (!(await stillApproved(tx, chunkId))) return refused("not_met", changedSinceApproval);
    }
    const retried = await requeueFailed(tx, chunkId, { scope, expected, byId: ctx.operator.id, now: ctx.clock.now() });
    if (retried === 0) return refused("changed_meanwhile", notThoseSeen);
    if (chunk.status === "finished")
      await transition(tx, chunkMachine, {
        id: chunkId,
        from: "finished",
        to: "running",
        byId: ctx.operator.id,
        because: "a person sends its failed clients again",
        set: { finishedAt: null, setOffAt: ctx.clock.now() },
      });
    return done({ retried });
  }, longTransaction);
  const chunk =
    outcome.ok && outcome.value.retried > 0 ? await ctx.db.chunk.findUnique({ where: { id: chunkId } }) : null;
  if (chunk) await dispatchSoon(ctx, chunk);
  return outcome;
}

async function scopeOf(tx: Tx, chunkId: string, which: Retried): Promise<FailureScope> {
  switch (which.kind) {
    case "all":
      return {};
    case "record":
      return { recordId: which.recordId };
    case "code":
      return { codes: [which.code] };
    case "transient":
      return { codes: (await failureCodes(tx, chunkId)).map(({ code }) => code).filter(isTransient) };
    case "filter":
      return failureScopeOf(tx, which.filter);
  }
}

const notThoseSeen =
  "The failed clients that are meant are not as many any more as you saw, so nothing was sent. Look at the list again.";
