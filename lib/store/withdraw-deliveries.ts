import type { Tx } from "./client.ts";

/**
 * Takes back what had not left when a chunk is stopped, set-based. A client whose profile exists already is not "never sent": it passes through
 * a hand to `created`, and what of it had not come to be is listed as its gaps; so is what may have come to be, as only a correction chunk
 * looks it up any more. A client that is uncertain itself stays so: it is true, and a person settles it.
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
    update "Step" s set "gapCode" = 'stopped', "gapMessage" = case
        when s.kind = 'read_back' then 'The chunk was stopped before the client was read back.'
        when (select a.status from "Attempt" a where a."stepId" = s.id order by a.number desc limit 1) = 'uncertain'
        then 'The answer to its call was lost, and the chunk was stopped before it was looked up. It may be in Passfort.'
        else 'The chunk was stopped before this was sent.' end
    from "Delivery" d
    where d."chunkId" = ${chunkId}::uuid and d.status in ('queued', 'uncertain') and d."profileId" is not null and s."deliveryId" = d.id
      and s."doneAt" is null and s."gapCode" is null`;
  await tx.$executeRaw`
    with before as (
      select id, status from "Delivery"
      where "chunkId" = ${chunkId}::uuid and status in ('queued', 'uncertain') and "profileId" is not null for update
    ), halfway as (
      update "Delivery" d set status = 'created', "notBefore" = null, "finishedAt" = ${now}, "failureCode" = null, "failureMessage" = null, "failureField" = null,
        gaps = (select count(*) from "Step" s where s."deliveryId" = d.id and s."gapCode" is not null)
      from before where d.id = before.id
      returning d.id
    ), taken as (
      insert into "Transition" (machine, "subjectId", "from", "to", "byId", because, at)
      select 'delivery', id, status::text, 'sending', ${byId}, 'taken in hand to be closed: the chunk was stopped', ${now} from before
    )
    insert into "Transition" (machine, "subjectId", "from", "to", "byId", because, at)
    select 'delivery', id, 'sending', 'created', ${byId}, 'its profile exists; the chunk was stopped before the rest of it was sent', ${now} from halfway`;
}
