import type { Db } from "./client.ts";

/** Of the last `window` clients of a chunk that came to an end since it set off: how many, and how many were not created. */
export async function lastEnds(db: Db, chunkId: string, window: number): Promise<{ ended: number; errors: number }> {
  const [row] = await db.$queryRaw<{ ended: number; errors: number }[]>`
    select count(*)::int as ended, (count(*) filter (where status in ('failed', 'refused')))::int as errors
    from (
      select d.status from "Delivery" d join "Chunk" c on c.id = d."chunkId"
      where d."chunkId" = ${chunkId}::uuid and d."finishedAt" >= coalesce(c."setOffAt", c."launchedAt")
        and d.status in ('created', 'failed', 'refused')
      order by d."finishedAt" desc limit ${window}
    ) as ends`;
  return row ?? { ended: 0, errors: 0 };
}
