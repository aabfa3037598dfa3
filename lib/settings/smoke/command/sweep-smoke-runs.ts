import type { Context } from "../../../context.ts";
import { smokeRunMachine } from "../../../domain/smoke-run.ts";
import { transition } from "../../../store/transition.ts";

/** Knocks again for runs that wait, and marks as interrupted what nobody works on any more: nothing is ever repeated. */
export async function sweepSmokeRuns(ctx: Context): Promise<void> {
  const waiting = await ctx.db.smokeRun.findMany({ where: { status: "queued" }, take: 100 });
  for (const { id, connectionId } of waiting)
    await ctx.queue.dispatch("smoke_run", { smokeRunId: id }, { connectionId });

  const now = ctx.clock.now();
  const left = await ctx.db.smokeRun.findMany({ where: { status: "running", claimedUntil: { lt: now } }, take: 100 });
  for (const { id } of left) await interrupt(ctx, id, now);
}

async function interrupt(ctx: Context, runId: string, now: Date): Promise<void> {
  const moved = await ctx.db.$transaction(async (tx) => {
    const isOurs = await transition(tx, smokeRunMachine, {
      id: runId,
      from: "running",
      to: "interrupted",
      byId: null,
      because: "its worker was not heard any more",
      set: { endedAt: now },
    });
    if (!isOurs) return false;
    await tx.smokeStep.updateMany({
      where: { runId, result: null, startedAt: { not: null } },
      data: {
        result: "failed",
        finding: "The worker ended while this step was under way. Its call may have happened all the same.",
      },
    });
    await tx.smokeStep.updateMany({
      where: { runId, result: null },
      data: { result: "not_tried", finding: "The run was interrupted before." },
    });
    return true;
  });
  if (moved) ctx.log.warn("a smoke run was interrupted: its worker was not heard any more", { smokeRunId: runId });
}
