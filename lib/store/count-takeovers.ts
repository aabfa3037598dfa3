import type { Db } from "./client.ts";

/** Clients of a chunk that take over a profile which exists already, as a person decided. */
export async function countTakeovers(db: Db, chunk: { id: string; connectionId: string }): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from "ChunkMember" c join "ProfileMatch" m on m."recordId" = c."recordId"
    where c."chunkId" = ${chunk.id}::uuid and m."connectionId" = ${chunk.connectionId}::uuid and m.decision = 'adopt'`;
  return row?.n ?? 0;
}
