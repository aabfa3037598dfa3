import type { CallsOfInterval, ChunkLimit, EndedOfInterval, FlightOfInterval } from "../domain/chunk-pace.ts";
import { apiTimeoutMs } from "../domain/lost-call.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";

type Asked = {
  chunkId: string;
  launchedAt: Date;
  /** The length of an interval. */
  seconds: number;
  from: Date;
  /** Exclusive. */
  to: Date;
  now: Date;
};

/**
 * How a chunk went from interval to interval: ends of deliveries, calls with how long 95 % of its creates took at most, and calls in flight. A call of
 * a dead worker was in flight as long as Passfort works on one, at most.
 */
export async function paceOverTime(
  db: Db,
  asked: Asked,
): Promise<{ ended: EndedOfInterval[]; calls: CallsOfInterval[]; flight: FlightOfInterval[] }> {
  const { chunkId, from, to, now } = asked;
  const longestMs = Prisma.sql`make_interval(secs => ${apiTimeoutMs / 1000})`;
  const intervalOf = (at: Prisma.Sql) =>
    Prisma.sql`floor(extract(epoch from ${at} - ${asked.launchedAt}::timestamp) / ${asked.seconds})::int`;
  const [ended, calls, flight] = await Promise.all([
    db.$queryRaw<EndedOfInterval[]>`
      select ${intervalOf(Prisma.sql`"finishedAt"`)} as interval, count(*)::int as clients
      from "Delivery" where "chunkId" = ${chunkId}::uuid and "finishedAt" >= ${from} and "finishedAt" < ${to} and status in ('created', 'failed', 'refused')
      group by 1`,
    db.$queryRaw<CallsOfInterval[]>`
      select ${intervalOf(Prisma.sql`a."openedAt"`)} as interval, count(*)::int as calls,
        (percentile_cont(0.95) within group (order by a."durationMs") filter (where s.kind = 'create_profile' and a.status in ('accepted', 'refused')))::float8 as "p95Ms"
      from "Attempt" a join "Step" s on s.id = a."stepId"
      where a."chunkId" = ${chunkId}::uuid and a."openedAt" >= ${from} and a."openedAt" < ${to}
      group by 1`,
    db.$queryRaw<FlightOfInterval[]>`
      with calls as (
        select "openedAt" as opened, least(coalesce("closedAt", ${now}), "openedAt" + ${longestMs}) as closed
        from "Attempt" where "chunkId" = ${chunkId}::uuid and "openedAt" >= ${from}::timestamp - ${longestMs} and "openedAt" < ${to}
      ), moments as (
        select opened as at, 1 as change from calls union all select closed, -1 from calls
      ), running as (
        select at, change, sum(change) over (order by at, change rows unbounded preceding) as calls from moments where at < ${to}
      )
      select ${intervalOf(Prisma.sql`at`)} as interval, max(calls)::int as most, sum(change)::int as change from running group by 1`,
  ]);
  return { ended, calls, flight };
}

/** How many processes a chunk might have, since when and why, in the order of time. */
export const limitsOf = (db: Db, chunkId: string): Promise<ChunkLimit[]> =>
  db.chunkLimit.findMany({
    where: { chunkId },
    select: { from: true, processes: true, because: true },
    orderBy: [{ from: "asc" }, { id: "asc" }],
  });
