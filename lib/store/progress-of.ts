import type { Db } from "./client.ts";

export type Progress = {
  lastMinute: number;
  lastFiveMinutes: number;
  inFlight: number;
  throttled: number;
  p95Ms: number | null;
};

/** What a chunk did lately: ends of deliveries, calls in flight, how long creates took, how often it was told to wait. */
export async function latelyOf(db: Db, chunkId: string, now: Date): Promise<Progress> {
  const minuteAgo = new Date(now.getTime() - 60_000);
  const fiveMinutesAgo = new Date(now.getTime() - 300_000);
  const [row] = await db.$queryRaw<Progress[]>`
    select ended."lastMinute", ended."lastFiveMinutes", calls."inFlight", calls."p95Ms",
      (select count(*) from "Attempt" where "chunkId" = ${chunkId}::uuid and status = 'throttled')::int as throttled
    from (
      select (count(*) filter (where "finishedAt" >= ${minuteAgo}))::int as "lastMinute", count(*)::int as "lastFiveMinutes"
      from "Delivery" where "chunkId" = ${chunkId}::uuid and status in ('created', 'failed', 'refused') and "finishedAt" >= ${fiveMinutesAgo}
    ) as ended, (
      select (count(*) filter (where a.status = 'open'))::int as "inFlight",
        (percentile_cont(0.95) within group (order by a."durationMs") filter (where s.kind = 'create_profile' and a.status in ('accepted', 'refused')))::float8 as "p95Ms"
      from "Attempt" a join "Step" s on s.id = a."stepId"
      where a."chunkId" = ${chunkId}::uuid and a."openedAt" >= ${fiveMinutesAgo}
    ) as calls`;
  return row ?? { lastMinute: 0, lastFiveMinutes: 0, inFlight: 0, throttled: 0, p95Ms: null };
}

/** How many were created, and how many failed or were refused, up to each of at most `points` instants. Running totals. */
export async function historyOf(
  db: Db,
  chunkId: string,
  from: Date,
  to: Date,
  points: number,
): Promise<{ at: string; created: number; failed: number }[]> {
  const seconds = Math.max(1, Math.ceil((to.getTime() - from.getTime()) / 1000 / points));
  const rows = await db.$queryRaw<{ at: Date; created: number; failed: number }[]>`
    with bins as (
      select date_bin(make_interval(secs => ${seconds}), "finishedAt", ${from}::timestamp) as start,
        count(*) filter (where status = 'created') as created, count(*) filter (where status in ('failed', 'refused')) as failed
      from "Delivery"
      where "chunkId" = ${chunkId}::uuid and "finishedAt" is not null and status in ('created', 'failed', 'refused')
      group by 1
    )
    select start + make_interval(secs => ${seconds}) as at, (sum(created) over (order by start))::int as created, (sum(failed) over (order by start))::int as failed
    from bins order by start`;
  return rows.map(({ at, ...counts }) => ({ at: at.toISOString(), ...counts }));
}
