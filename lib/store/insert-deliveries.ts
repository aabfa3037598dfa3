import type { Tx } from "./client.ts";

/**
 * One queued delivery for every client of the chunk, set-based. They are due at once and have no job yet.
 * What an earlier, stopped chunk had withdrawn is taken up again: a connection has one delivery for a reference, ever.
 * @returns how many are queued now; fewer than clients when a reference went to this connection meanwhile
 */
export async function insertDeliveries(tx: Tx, chunkId: string, now: Date): Promise<number> {
  const takenUp = await takeUpWithdrawn(tx, chunkId, now);
  const inserted = await tx.$executeRaw`
    insert into "Delivery" (id, "chunkId", "migrationId", "recordId", "connectionId", reference, status, generation, "notBefore", "queuedAt")
    select gen_random_uuid(), c.id, c."migrationId", r.id, c."connectionId", r.reference, 'queued', 0, ${now}, ${now}
    from "Chunk" c join "ChunkMember" m on m."chunkId" = c.id join "Record" r on r.id = m."recordId"
    where c.id = ${chunkId}::uuid and r.readiness = 'ready' and r.reference is not null
    order by r.id
    on conflict do nothing`;
  return takenUp + inserted;
}

/** Its steps follow from this chunk's plan; only a step that was tried is kept, with its attempts. */
async function takeUpWithdrawn(tx: Tx, chunkId: string, now: Date): Promise<number> {
  await tx.$executeRaw`
    delete from "Step" s using "Delivery" d, "ChunkMember" m, "Chunk" c
    where m."chunkId" = ${chunkId}::uuid and c.id = m."chunkId" and d."recordId" = m."recordId" and d."connectionId" = c."connectionId"
      and d.status = 'withdrawn' and s."deliveryId" = d.id and not exists (select 1 from "Attempt" a where a."stepId" = s.id)`;
  return tx.$executeRaw`
    with taken as (
      update "Delivery" d set status = 'queued', "chunkId" = c.id, "migrationId" = c."migrationId", generation = d.generation + 1, tries = 0,
        "notBefore" = ${now}, "queuedAt" = ${now}, "finishedAt" = null, "failureCode" = null, "failureMessage" = null, "failureField" = null
      from "ChunkMember" m join "Chunk" c on c.id = m."chunkId" join "Record" r on r.id = m."recordId"
      where c.id = ${chunkId}::uuid and d."recordId" = r.id and d."connectionId" = c."connectionId" and d.reference = r.reference
        and d.status = 'withdrawn' and r.readiness = 'ready'
      returning d.id
    )
    insert into "Transition" (machine, "subjectId", "from", "to", because, at)
    select 'delivery', id, 'withdrawn', 'queued', 'a later chunk took it up again', ${now} from taken`;
}
