import type { AttemptStatus } from "../domain/attempt.ts";
import type { Db } from "./client.ts";

export type RecentCalls = {
  connectionId: string;
  outcome: Exclude<AttemptStatus, "open">;
  code: string | null;
  count: number;
};

/** What came of the calls that left since then, by connection and code. Each chunk's are found by time; all of a run are never counted. */
export function recentCalls(db: Db, since: Date): Promise<RecentCalls[]> {
  return db.$queryRaw<RecentCalls[]>`
    select c."connectionId"::text as "connectionId", calls.status::text as outcome, calls.code, sum(calls.n)::int as count
    from "Chunk" c cross join lateral (
      select a.status, a.code, count(*) as n from "Attempt" a
      where a."chunkId" = c.id and a."openedAt" >= ${since} and a.status <> 'open' group by 1, 2) as calls
    where c."launchedAt" is not null
    group by c."connectionId", calls.status, calls.code`;
}
