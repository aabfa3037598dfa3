import type { Tx } from "./client.ts";
import { familyDigest } from "./family-digest.ts";
import { Prisma } from "./generated/client.ts";

/**
 * One queued delivery for every client of the chunk, set-based. They are due at once and have no job yet. What an earlier chunk that has ended
 * left undone is taken up again: a connection has one delivery for a reference, ever.
 * @returns how many are queued now; fewer than clients when a reference went to this connection meanwhile
 */
export async function insertDeliveries(tx: Tx, chunkId: string, now: Date): Promise<number> {
  const takenUp = await takeUpAgain(tx, chunkId, now);
  const inserted = await tx.$executeRaw`
    insert into "Delivery" (id, "chunkId", "migrationId", "recordId", "connectionId", reference, status, generation, "notBefore", "queuedAt", digest)
    select gen_random_uuid(), c.id, c."migrationId", r.id, c."connectionId", r.reference, 'queued', 0, ${now}, ${now}, ${digest}
    from "Chunk" c join "ChunkMember" m on m."chunkId" = c.id join "Record" r on r.id = m."recordId"
    where c.id = ${chunkId}::uuid and r.readiness = 'ready' and r.reference is not null
    order by r.id
    on conflict do nothing`;
  await takeOverExisting(tx, chunkId);
  return takenUp + inserted;
}

/** Clients whose profile exists already, as a person decided, create none. */
const takeOverExisting = (tx: Tx, chunkId: string): Promise<number> =>
  tx.$executeRaw`
    update "Delivery" d set "takesOver" = m."profileId" from "ProfileMatch" m
    where d."chunkId" = ${chunkId}::uuid and d."profileId" is null and m."connectionId" = d."connectionId" and m."recordId" = d."recordId" and m.decision = 'adopt'`;

const digest = familyDigest("r", Prisma.sql`c.id`);

/**
 * What a stopped chunk had withdrawn; in a correction chunk also what Passfort refused, what failed, and clients created with gaps. Steps
 * that were tried stay with their attempts, the others follow from this chunk. A profile that exists keeps its reference.
 */
async function takeUpAgain(tx: Tx, chunkId: string, now: Date): Promise<number> {
  return tx.$executeRaw`
    with before as (
      select d.id, d.status, d."chunkId" as last, d."recordId" from "Chunk" c join "ChunkMember" m on m."chunkId" = c.id join "Record" r on r.id = m."recordId"
        join "Delivery" d on d."recordId" = r.id and d."connectionId" = c."connectionId" join "Chunk" last on last.id = d."chunkId"
      where c.id = ${chunkId}::uuid and r.readiness = 'ready' and r.reference is not null and last.status in ('finished', 'stopped')
        and (d.reference = r.reference or d."profileId" is null)
        and (d.status = 'withdrawn' or (c.kind = 'correction' and (d.status in ('refused', 'failed') or (d.status = 'created' and d.gaps > 0))))
      for update of d
    ), taken as (
      update "Delivery" d set status = 'queued', "chunkId" = c.id, "migrationId" = c."migrationId", reference = r.reference, generation = d.generation + 1, tries = 0,
        "notBefore" = ${now}, "queuedAt" = ${now}, "finishedAt" = null, "failureCode" = null, "failureMessage" = null, "failureField" = null,
        "isLaidOut" = false, "takesOver" = case when d."profileId" is not null then d."takesOver" end, digest = ${digest}
      from before join "ChunkMember" m on m."chunkId" = ${chunkId}::uuid join "Chunk" c on c.id = m."chunkId" join "Record" r on r.id = m."recordId"
      where d.id = before.id and d."recordId" = r.id
      returning d.id
    ), moved as (
      update "ChunkMember" m set "leftAs" = before.status from before where m."chunkId" = before.last and m."recordId" = before."recordId"
    )
    insert into "Transition" (machine, "subjectId", "from", "to", because, at)
    select 'delivery', before.id, before.status::text, 'queued', 'a later chunk took it up again', ${now} from before`;
}
