import type { SignedInContext } from "../../../context.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { readPace as contract } from "../../../contracts/pace.ts";
import type { PaceSpan } from "../../../domain/chunk-pace.ts";
import { presentProcesses } from "../../../domain/processes.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { limitsOf, paceOverTime } from "../../../store/pace-over-time.ts";
import { paceIntervals } from "../pace-intervals.ts";
import { pacePoints } from "../pace-points.ts";

/** How fast a chunk went, how fast Passfort answered, and how many calls were in flight against how many might be. */
export async function readPace(
  ctx: SignedInContext,
  chunkId: string,
  span: PaceSpan,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const chunk = await ctx.db.chunk.findUnique({ where: { id: chunkId } });
  if (!chunk) return refused("not_found", "There is no such chunk.");
  const limits = await limitsOf(ctx.db, chunkId);
  const told = limits.map(({ from, ...limit }) => ({ from: from.toISOString(), ...limit }));
  const now = ctx.clock.now();
  const [launchedAt, endedAt] = [chunk.launchedAt?.getTime(), chunk.finishedAt?.getTime() ?? null];
  const intervals = launchedAt === undefined ? null : paceIntervals({ launchedAt, endedAt, now: now.getTime() }, span);
  if (launchedAt === undefined || intervals === null) return done({ seconds: null, points: [], limits: told });
  const { seconds, first, last } = intervals;
  const instantOf = (interval: number) => new Date(launchedAt + interval * seconds * 1_000);
  const asked = { chunkId, launchedAt: instantOf(0), seconds, from: instantOf(first), to: instantOf(last + 1), now };
  const rows = await paceOverTime(ctx.db, asked);
  const points = pacePoints(intervals, { launchedAt, endedAt, ...rows, limits, present: presentProcesses(chunk) });
  return done({ seconds, points, limits: told });
}
