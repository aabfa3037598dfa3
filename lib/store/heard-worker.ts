import type { Db } from "./client.ts";

/** A worker that has not been heard for so long counts as gone. */
export const workerSilenceMs = 30_000;

/** When a worker was last heard; null: not within the last half minute. */
export async function heardWorker(db: Db, now: Date): Promise<Date | null> {
  const beat = await db.workerBeat.findFirst({
    where: { beatAt: { gte: new Date(now.getTime() - workerSilenceMs) } },
    orderBy: { beatAt: "desc" },
  });
  return beat?.beatAt ?? null;
}
