import type { SignedInContext } from "../../../context.ts";
import { approvalValidHours, chunkMachine } from "../../../domain/chunk.ts";
import { mayApprove } from "../../../domain/may-approve.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { fingerprintChunk } from "../../../store/fingerprint-chunk.ts";
import { lockChunk, longTransaction } from "../../../store/lock-chunk.ts";
import { makersOf } from "../../../store/makers-of.ts";
import { transition } from "../../../store/transition.ts";

/** A second person approves exactly what the fingerprint covers: the one they looked at, and the one it has now. */
export async function approveChunk(
  ctx: SignedInContext,
  chunkId: string,
  body: { fingerprint: string; comment: string },
): Promise<Outcome<Record<never, never>>> {
  return ctx.db.$transaction(async (tx): Promise<Outcome<Record<never, never>>> => {
    const chunk = await lockChunk(tx, chunkId);
    if (!chunk) return refused("not_found", "There is no such chunk.");
    const because = mayApprove(ctx.operator, await makersOf(tx, chunkId));
    if (because) return refused("not_permitted", because);
    if (
      chunk.status === "approved" &&
      chunk.approvedById === ctx.operator.id &&
      chunk.approvedFingerprint === body.fingerprint
    )
      return done({});
    if (chunk.status !== "submitted")
      return refused("not_now", `This chunk is ${chunk.status}; only a submitted chunk can be approved.`);
    if (body.fingerprint !== chunk.fingerprint)
      return refused(
        "changed_meanwhile",
        "This chunk is not what you looked at any more. Load the page again and look once more.",
      );

    const { fingerprint } = await fingerprintChunk(tx, chunkId);
    if (fingerprint !== chunk.fingerprint) {
      await transition(tx, chunkMachine, {
        id: chunkId,
        from: "submitted",
        to: "draft",
        byId: null,
        because: "something in its fingerprint changed after it was submitted",
        set: { fingerprint },
      });
      return refused(
        "changed_meanwhile",
        "Its clients or settings changed after it was submitted, so it is a draft again. Its maker must look and submit it once more.",
      );
    }
    const now = ctx.clock.now();
    const approvalExpiresAt = new Date(now.getTime() + approvalValidHours * 3_600_000);
    const set = {
      approvedById: ctx.operator.id,
      approvedAt: now,
      approvedFingerprint: fingerprint,
      approvalComment: body.comment || null,
      approvalExpiresAt,
    };
    await transition(tx, chunkMachine, {
      id: chunkId,
      from: "submitted",
      to: "approved",
      byId: ctx.operator.id,
      because: "approved by a second person",
      set,
    });
    return done({});
  }, longTransaction);
}

/** The second person says no, and why; the chunk is a draft again. */
export async function refuseChunk(
  ctx: SignedInContext,
  chunkId: string,
  reason: string,
): Promise<Outcome<Record<never, never>>> {
  const moved = await transition(ctx.db, chunkMachine, {
    id: chunkId,
    from: "submitted",
    to: "draft",
    byId: ctx.operator.id,
    because: `approval refused: ${reason}`,
    set: { refusalReason: reason },
  });
  if (moved) return done({});
  const chunk = await ctx.db.chunk.findUnique({
    where: { id: chunkId },
    select: { status: true, refusalReason: true },
  });
  if (!chunk) return refused("not_found", "There is no such chunk.");
  if (chunk.status === "draft" && chunk.refusalReason === reason) return done({});
  return refused("not_now", `This chunk is ${chunk.status}; only a submitted chunk can be refused.`);
}
