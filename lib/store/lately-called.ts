import type { Db } from "./client.ts";

type Counted = { count: number; troubled: number; medianMs: number | null };

/**
 * What the calls of a chunk came to, by kind of step: in the sliding window that ends now, and in the time before
 * `beforeUntil`. Troubled: nobody knows whether they happened, or they certainly did not.
 */
export async function latelyCalled(
  db: Db,
  chunkId: string,
  times: { recentFrom: Date; beforeFrom: Date; beforeUntil: Date },
): Promise<{ recent: Counted; before: Omit<Counted, "troubled"> }[]> {
  const rows = await db.$queryRaw<
    { count: number; troubled: number; medianMs: number | null; countBefore: number; medianBeforeMs: number | null }[]
  >`
    select (count(*) filter (where recent))::int as count,
      (count(*) filter (where recent and status in ('unreachable', 'uncertain')))::int as troubled,
      (percentile_cont(0.5) within group (order by ms) filter (where recent and was_answered))::float8 as "medianMs",
      (count(*) filter (where not recent and was_answered))::int as "countBefore",
      (percentile_cont(0.5) within group (order by ms) filter (where not recent and was_answered))::float8 as "medianBeforeMs"
    from (
      select s.kind, a.status, a."durationMs" as ms, a."openedAt" >= ${times.recentFrom} as recent,
        a.status in ('accepted', 'refused') as was_answered
      from "Attempt" a join "Step" s on s.id = a."stepId"
      where a."chunkId" = ${chunkId}::uuid and a.status not in ('open', 'throttled') and a."openedAt" >= ${times.beforeFrom}
        and (a."openedAt" >= ${times.recentFrom} or a."openedAt" < ${times.beforeUntil})
    ) as calls
    group by kind`;
  return rows.map(({ count, troubled, medianMs, countBefore, medianBeforeMs }) => ({
    recent: { count, troubled, medianMs },
    before: { count: countBefore, medianMs: medianBeforeMs },
  }));
}
