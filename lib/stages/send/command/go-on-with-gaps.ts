import type { SignedInContext } from "../../../context.ts";
import { chunkMachine } from "../../../domain/chunk.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { isSentAgain } from "../../../domain/sent-again.ts";
import { forgetRefusals } from "../../../store/bring-back-refused.ts";
import type { Tx } from "../../../store/client.ts";
import { otherLiveChunk } from "../../../store/live-chunk.ts";
import { lockChunk } from "../../../store/lock-chunk.ts";
import type { GapScope } from "../../../store/requeue-gaps.ts";
import { stillApproved } from "../../../store/still-approved.ts";
import { transition } from "../../../store/transition.ts";
import { changedSinceApproval, connectionBusy } from "../sentences.ts";

/**
 * Holds a chunk whose created clients get something again, and sets it going once more where it has finished. To be asked first: nothing is
 * written when it is refused. @returns false when `hasGaps` says that there is nothing to send
 */
export async function goOnWithGaps(
  ctx: SignedInContext,
  tx: Tx,
  scope: GapScope,
  hasGaps: () => Promise<boolean>,
): Promise<Outcome<boolean>> {
  const chunk = await lockChunk(tx, scope.chunkId);
  if (!chunk) return refused("not_found", "There is no such chunk.");
  if (!isSentAgain[chunk.status])
    return refused(
      "not_now",
      chunk.status === "stopped"
        ? "This chunk was stopped for good. Draft a correction chunk: it takes up clients with gaps."
        : `This chunk is ${chunk.status}; gaps are sent again while it runs or after it has finished.`,
    );
  if (!(await hasGaps())) return done(false);
  if (!(await stillApproved(tx, chunk.id))) return refused("not_met", changedSinceApproval);
  if (chunk.status === "running") return done(true);
  const other = await otherLiveChunk(tx, chunk.connectionId, chunk.id);
  if (other) return refused("not_now", connectionBusy(other));
  await forgetRefusals(tx, scope);
  await transition(tx, chunkMachine, {
    id: chunk.id,
    from: "finished",
    to: "running",
    byId: ctx.operator.id,
    because: "a person sends the gaps of its created clients again",
    set: { finishedAt: null },
  });
  return done(true);
}
