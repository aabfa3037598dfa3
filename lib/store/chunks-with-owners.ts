import type { Db, Tx } from "./client.ts";

/** Numbers of the submitted or later chunks that hold an owner of documents of this upload, as a client or as an associate. */
export async function chunksWithOwnersOf(db: Db | Tx, bundleId: string): Promise<number[]> {
  const rows = await db.$queryRaw<{ number: number }[]>`
    with owner as (
      select coalesce(d."ownerId", l."ownerId") as id from "Document" d left join "ManifestLine" l on l."documentId" = d.id
      where d."bundleId" = ${bundleId}::uuid
    ), holding as (
      select m."chunkId" as id from owner o join "ChunkMember" m on m."recordId" = o.id
      union select p."chunkId" from owner o join "ChunkAssociate" p on p."recordId" = o.id
    )
    select c.number from holding h join "Chunk" c on c.id = h.id where c.status <> 'draft' order by 1`;
  return rows.map(({ number }) => number);
}
