import type { Db } from "./client.ts";

/** True when the last `count` answered calls of a chunk all failed to reach Passfort. */
export async function allUnreachable(db: Db, chunkId: string, count: number): Promise<boolean> {
  const last = await db.attempt.findMany({
    where: { chunkId, status: { not: "open" } },
    orderBy: { openedAt: "desc" },
    take: count,
    select: { status: true },
  });
  return last.length === count && last.every(({ status }) => status === "unreachable");
}
