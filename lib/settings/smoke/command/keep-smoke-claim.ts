import type { Context } from "../../../context.ts";

/** A claim outlives any pause between two heartbeats of a living worker. */
const claimMs = 30_000;
const heartbeatMs = 5_000;

export const claimUntil = (now: Date): Date => new Date(now.getTime() + claimMs);

/** Says again and again that a worker is on it. @returns the function that ends it */
export function keepSmokeClaim(ctx: Context, runId: string): () => void {
  const timer = setInterval(() => {
    ctx.db.smokeRun
      .updateMany({ where: { id: runId }, data: { claimedUntil: claimUntil(ctx.clock.now()) } })
      .catch(() => ctx.log.warn("the claim on a smoke run could not be extended", { smokeRunId: runId }));
  }, heartbeatMs);
  return () => clearInterval(timer);
}
