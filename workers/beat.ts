import type { Context } from "#lib/context.ts";

export const beatEveryMs = 5_000;
const forgottenAfterMs = 86_400_000;

/** Says that this worker is alive; launches ask for it. Beats of workers gone for a day are cleared away. */
export async function beat(ctx: Context, workerId: string): Promise<void> {
  const beatAt = ctx.clock.now();
  await ctx.db.workerBeat.upsert({
    where: { id: workerId },
    create: { id: workerId, startedAt: beatAt, beatAt },
    update: { beatAt },
  });
  await ctx.db.workerBeat.deleteMany({ where: { beatAt: { lt: new Date(beatAt.getTime() - forgottenAfterMs) } } });
}

/** A worker that ends in order is not waited for. */
export async function lastBeat(ctx: Context, workerId: string): Promise<void> {
  await ctx.db.workerBeat.deleteMany({ where: { id: workerId } });
}
