import type { SignedInContext } from "../../../context.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import type { startSmokeRun as contract } from "../../../contracts/smoke-runs.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { smokeStepKinds } from "../../../domain/smoke-step.ts";
import { lockConnections } from "../../../store/known-accounts.ts";

/** Asks for a run and knocks. The steps stand there from the beginning, so that what was not reached can be seen. */
export async function startSmokeRun(
  ctx: SignedInContext,
  connectionId: string,
  aliases: BodyOf<typeof contract>,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const asked = await ctx.db.$transaction(async (tx): Promise<Outcome<ReplyOf<typeof contract>>> => {
    await lockConnections(tx);
    const connection = await tx.connection.findUnique({ where: { id: connectionId } });
    if (!connection) return refused("not_found", "There is no such connection.");
    if (connection.environment === "production") return refused("not_met", productionSentence);
    if ((await tx.smokeRun.count({ where: { connectionId, status: { in: ["queued", "running"] } } })) > 0)
      return refused("not_now", "A smoke run is under way on this connection already.");
    if ((await tx.chunk.count({ where: { connectionId, status: { in: ["running", "pausing", "stopping"] } } })) > 0)
      return refused("not_now", "A chunk is being sent through this connection. Pause it, or wait until it has ended.");
    const run = await tx.smokeRun.create({
      data: {
        connectionId,
        ...aliases,
        startedById: ctx.operator.id,
        createdAt: ctx.clock.now(),
        steps: { create: smokeStepKinds.map((kind, index) => ({ position: index + 1, kind })) },
      },
    });
    return done({ smokeRunId: run.id });
  });
  if (asked.ok) {
    const job = { smokeRunId: asked.value.smokeRunId };
    await ctx.queue
      .dispatch("smoke_run", job, { connectionId })
      .catch(() => ctx.log.warn("the queue does not answer; the sweep knocks for this smoke run", job));
  }
  return asked;
}

const productionSentence =
  "A smoke run makes profiles, and nothing deletes a profile: in a production account they would count and be charged. It runs on demo and simulator connections only.";
