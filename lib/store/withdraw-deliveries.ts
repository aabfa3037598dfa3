import type { Tx } from "./client.ts";

/**
 * Takes back what had not left when a chunk is stopped, set-based. A client whose profile exists already is not "never sent": it passes through
 * a hand to `created`, and what of it had not come to be is listed as its gaps. What is uncertain stays uncertain: it is true, and a stopped
 * chunk asks nobody any more.
 */
export async function withdrawDeliveries(tx: Tx, chunkId: string, byId: string | null, now: Date): Promise<void> {
  await tx.$executeRaw`
    with withdrawn as (
      update "Delivery" set status = 'withdrawn', "notBefore" = null, "finishedAt" = ${now}
      where "chunkId" = ${chunkId}::uuid and status = 'queued' and "profileId" is null
      returning id
    )
    insert into "Transition" (machine, "subjectId", "from", "to", "byId", because, at)
    select 'delivery', id, 'queued', 'withdrawn', ${byId}, 'the chunk was stopped before it left', ${now} from withdrawn`;
  await tx.$executeRaw`
    update "Step" s set "gapCode" = 'stopped', "gapMessage" = 'The chunk was stopped before this was sent.' from "Delivery" d
    where d."chunkId" = ${chunkId}::uuid and d.status = 'queued' and d."profileId" is not null and s."deliveryId" = d.id
      and s."doneAt" is null and s."gapCode" is null`;
  await tx.$executeRaw`
    with halfway as (
      update "Delivery" d set status = 'created', "notBefore" = null, "finishedAt" = ${now},
        gaps = (select count(*) from "Step" s where s."deliveryId" = d.id and s."gapCode" is not null)
      where "chunkId" = ${chunkId}::uuid and status = 'queued' and "profileId" is not null
      returning id
    ), taken as (
      insert into "Transition" (machine, "subjectId", "from", "to", "byId", because, at)
      select 'delivery', id, 'queued', 'sending', ${byId}, 'taken in hand to be closed: the chunk was stopped', ${now} from halfway
    )
    insert into "Transition" (machine, "subjectId", "from", "to", "byId", because, at)
    select 'delivery', id, 'sending', 'created', ${byId}, 'its profile exists; the chunk was stopped before the rest of it was sent', ${now} from halfway`;
}
