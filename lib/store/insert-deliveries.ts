import type { Tx } from "./client.ts";

/**
 * One queued delivery for every client of the chunk, in one statement. They are due at once and have no job yet.
 * @returns how many were made; fewer than clients when a reference went to this connection meanwhile
 */
export async function insertDeliveries(tx: Tx, chunkId: string, now: Date): Promise<number> {
  return tx.$executeRaw`
    insert into "Delivery" (id, "chunkId", "migrationId", "recordId", "connectionId", reference, status, generation, "notBefore", "queuedAt")
    select gen_random_uuid(), c.id, c."migrationId", r.id, c."connectionId", r.reference, 'queued', 0, ${now}, ${now}
    from "Chunk" c join "ChunkMember" m on m."chunkId" = c.id join "Record" r on r.id = m."recordId"
    where c.id = ${chunkId}::uuid and r.readiness = 'ready' and r.reference is not null
    order by r.id
    on conflict do nothing`;
}
