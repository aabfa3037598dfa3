import type { Db } from "./client.ts";

/** The codes of the last `count` answered calls of a chunk, if none of them got through; null: one did, or there were fewer. */
export async function codesOfUnreachable(
  db: Db,
  chunkId: string,
  count: number,
): Promise<readonly (string | null)[] | null> {
  const last = await db.attempt.findMany({
    where: { chunkId, status: { not: "open" } },
    orderBy: { openedAt: "desc" },
    take: count,
    select: { status: true, code: true },
  });
  const isNothing = last.length === count && last.every(({ status }) => status === "unreachable");
  return isNothing ? last.map(({ code }) => code) : null;
}
