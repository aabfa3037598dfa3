import type { SignedInContext } from "../../../context.ts";
import { chunkMachine } from "../../../domain/chunk.ts";
import { existingProblemOf } from "../../../domain/existing-problem.ts";
import { migrationMachine } from "../../../domain/migration.ts";
import { done, type Outcome, type Refusal, refused } from "../../../domain/refusal.ts";
import { existingFacts } from "../../../store/existing-facts.ts";
import { fingerprintChunk } from "../../../store/fingerprint-chunk.ts";
import { insertDeliveries } from "../../../store/insert-deliveries.ts";
import { otherLiveChunk } from "../../../store/live-chunk.ts";
import { lockChunk, longTransaction } from "../../../store/lock-chunk.ts";
import { transition } from "../../../store/transition.ts";
import { changedSinceApproval, connectionBusy } from "../sentences.ts";
import { dispatchSoon } from "./dispatch-due.ts";
import { preflight } from "./preflight.ts";

/** Sends an approved chunk off. The person types how many clients it has: an act that cannot be undone is done on purpose. */
export async function launchChunk(
  ctx: SignedInContext,
  chunkId: string,
  typedCount: number,
): Promise<Outcome<Record<never, never>>> {
  const chunk = await ctx.db.chunk.findUnique({ where: { id: chunkId } });
  if (!chunk) return refused("not_found", "There is no such chunk.");
  if (chunk.status !== "approved")
    return refused("not_now", `This chunk is ${chunk.status}; only an approved chunk can be launched.`);
  if (typedCount !== chunk.clientCount)
    return refused(
      "not_met",
      `This chunk has ${chunk.clientCount} clients, not ${typedCount}. Type the exact number to launch it.`,
    );
  if (chunk.approvalExpiresAt && chunk.approvalExpiresAt <= ctx.clock.now()) return expire(ctx, chunkId);

  const obstacle = await preflight(ctx, chunk.connectionId);
  if (obstacle) return { ok: false, refusal: obstacle };

  const refusal = await setOff(ctx, chunkId);
  if (refusal) return { ok: false, refusal };
  await dispatchSoon(ctx, chunk);
  return done({});
}

/** All or nothing, in one transaction: deliveries, chunk, migration. Everything is looked at once more under lock. */
async function setOff(ctx: SignedInContext, chunkId: string): Promise<Refusal | null> {
  const now = ctx.clock.now();
  const byId = ctx.operator.id;
  return ctx.db
    .$transaction(async (tx) => {
      const chunk = await lockChunk(tx, chunkId);
      if (chunk?.status !== "approved")
        throw new Backed({
          kind: "changed_meanwhile",
          sentence: "Somebody else changed this chunk a moment ago. Look again.",
        });
      const other = await otherLiveChunk(tx, chunk.connectionId, chunkId);
      if (other) throw new Backed({ kind: "not_now", sentence: connectionBusy(other) });
      const { fingerprint } = await fingerprintChunk(tx, chunkId);
      if (fingerprint !== chunk.approvedFingerprint) {
        await transition(tx, chunkMachine, {
          id: chunkId,
          from: "approved",
          to: "draft",
          byId: null,
          because: "something in its fingerprint changed after approval",
        });
        return { kind: "not_met", sentence: changedSinceApproval } satisfies Refusal;
      }
      const existing = existingProblemOf(await existingFacts(tx, chunk, ctx.env.CAUSEWAY_SECRET));
      if (existing) throw new Backed({ kind: "not_met", sentence: existing });
      await transition(tx, chunkMachine, {
        id: chunkId,
        from: "approved",
        to: "running",
        byId,
        because: "launched by typing the count",
        set: { launchedById: byId, launchedAt: now, setOffAt: now },
      });
      await tx.chunkLimit.create({ data: { chunkId, from: now, processes: chunk.processes, because: "as approved" } });
      const inserted = await insertDeliveries(tx, chunkId, now);
      if (inserted !== chunk.clientCount) {
        const missing = chunk.clientCount - inserted;
        throw new Backed({
          kind: "not_met",
          sentence: `${missing} of its ${chunk.clientCount} clients cannot leave: their reference already went to this connection. Discard the chunk and draft it again.`,
        });
      }
      await transition(tx, migrationMachine, {
        id: chunk.migrationId,
        from: "preparing",
        to: "migrating",
        byId,
        because: "its first chunk was launched",
      });
      return null;
    }, longTransaction)
    .catch((thrown: unknown) => {
      if (thrown instanceof Backed) return thrown.refusal;
      throw thrown;
    });
}

async function expire(ctx: SignedInContext, chunkId: string): Promise<Outcome<never>> {
  await transition(ctx.db, chunkMachine, {
    id: chunkId,
    from: "approved",
    to: "draft",
    byId: null,
    because: "the approval expired",
  });
  return refused(
    "not_met",
    "The approval has expired, so the chunk is a draft again. Submit it and have it approved once more.",
  );
}

/** Takes the transaction back and carries the refusal out of it. */
class Backed extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.sentence);
    this.refusal = refusal;
  }
}
