import type { Context } from "../../../context.ts";
import { keepCallPlace } from "../../../store/call-place.ts";

/** A claim outlives any pause between two heartbeats of a living worker. */
const claimMs = 30_000;
const heartbeatMs = 5_000;

export const claimUntil = (now: Date): Date => new Date(now.getTime() + claimMs);

/** Says again and again that a worker is on it, in its place among the account's calls. @returns the function that ends it */
export function keepSmokeClaim(ctx: Context, runId: string, callPlaceId: string): () => void {
  const extend = async () => {
    const until = claimUntil(ctx.clock.now());
    await keepCallPlace(ctx.db, callPlaceId, until);
    await ctx.db.smokeRun.updateMany({ where: { id: runId }, data: { claimedUntil: until } });
  };
  const timer = setInterval(() => {
    extend().catch(() => ctx.log.warn("the claim on a smoke run could not be extended", { smokeRunId: runId }));
  }, heartbeatMs);
  return () => clearInterval(timer);
}
