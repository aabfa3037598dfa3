import type { Db, Tx } from "./client.ts";

/** Numbers of the submitted or later chunks that hold an owner of documents of this upload; an associate's is held by the chunk that holds it. */
export async function chunksWithOwnersOf(db: Db | Tx, bundleId: string): Promise<number[]> {
  const rows = await db.$queryRaw<{ number: number }[]>`
    with owner as (
      select coalesce(d."ownerId", l."ownerId") as id from "Document" d left join "ManifestLine" l on l."documentId" = d.id
      where d."bundleId" = ${bundleId}::uuid
    )
    select distinct c.number from owner o join "ChunkMember" m on m."recordId" = o.id join "Chunk" c on c.id = m."chunkId"
    where c.status <> 'draft' order by 1`;
  return rows.map(({ number }) => number);
}
