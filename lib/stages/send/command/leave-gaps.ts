import type { SignedInContext } from "../../../context.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import type { leaveGaps as contract } from "../../../contracts/gaps.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { leaveGaps as leave } from "../../../store/leave-gaps.ts";
import { lockChunk, longTransaction } from "../../../store/lock-chunk.ts";
import { readBackAdvice } from "../read-back-words.ts";

/**
 * A person looked at what Passfort holds and leaves it as it is, with a reason: of one client, or of all clients of the chunk with the same
 * words. What is missing is not left; it is sent again.
 */
export async function leaveGaps(
  ctx: SignedInContext,
  chunkId: string,
  { stepId, alsoAlike, reason }: BodyOf<typeof contract>,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  return ctx.db.$transaction(async (tx): Promise<Outcome<ReplyOf<typeof contract>>> => {
    // Not while somebody sends these gaps again.
    if (!(await lockChunk(tx, chunkId))) return refused("not_found", "There is no such chunk.");
    const words = `Left as it is by ${ctx.operator.name}: “${reason}”.`;
    const scope = { chunkId, stepId, isAlsoAlike: alsoAlike };
    const left = await leave(tx, scope, { words, advice: readBackAdvice });
    if (left > 0) return done({ left });
    return refused(
      "changed_meanwhile",
      "This is no difference that can be left as it is: it was settled or sent again meanwhile, or something is missing. Look again.",
    );
  }, longTransaction);
}
