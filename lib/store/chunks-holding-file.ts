import type { Db, Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

const statusesOf = {
  "any chunk": Prisma.empty,
  /** From the hand-over to a second person on, what a chunk holds may not change any more. */
  "submitted or later": Prisma.sql`and c.status <> 'draft'`,
};

/** Chunks that hold records of a file, by number. */
export async function chunksHoldingFile(
  db: Db | Tx,
  fileId: string,
  which: keyof typeof statusesOf,
): Promise<{ number: number; status: string }[]> {
  return db.$queryRaw`
    select c.number, c.status::text as status from "Chunk" c
    where c."migrationId" = (select "migrationId" from "SourceFile" where id = ${fileId}::uuid) ${statusesOf[which]}
      and (exists (select 1 from "ChunkMember" m join "Record" r on r.id = m."recordId" where m."chunkId" = c.id and r."fileId" = ${fileId}::uuid)
        or exists (select 1 from "ChunkAssociate" p join "Record" r on r.id in (p."recordId", p."linkId") where p."chunkId" = c.id and r."fileId" = ${fileId}::uuid))
    order by c.number`;
}
