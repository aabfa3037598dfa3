import type { SignedInContext } from "../../../context.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { lockChunk } from "../../../store/lock-chunk.ts";

/** Throws a draft away; its clients are available again. Discarding what is gone changes nothing. */
export async function discardChunk(ctx: SignedInContext, chunkId: string): Promise<Outcome<Record<never, never>>> {
  return ctx.db.$transaction(async (tx): Promise<Outcome<Record<never, never>>> => {
    const chunk = await lockChunk(tx, chunkId);
    if (!chunk) return done({});
    if (chunk.status !== "draft")
      return refused("not_now", `This chunk is ${chunk.status}; only a draft can be discarded.`);
    await tx.chunk.delete({ where: { id: chunkId } });
    return done({});
  });
}
