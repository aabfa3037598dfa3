import type { Tx } from "./client.ts";

/**
 * Takes back what had not left when a chunk is stopped, set-based. What had left in part (its profile exists, some tags
 * do not) is not "never sent": it passes through a hand to `failed`, so that the report says what is missing.
 * What is uncertain stays uncertain: it is true, and a stopped chunk asks nobody any more.
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
    with halfway as (
      update "Delivery" set status = 'failed', "notBefore" = null, "finishedAt" = ${now}, "lastErrorAt" = ${now}, "firstErrorAt" = coalesce("firstErrorAt", ${now}),
        "failureCode" = 'stopped_halfway', "failureMessage" = 'The profile exists in Passfort, but the chunk was stopped before its tags were added.'
      where "chunkId" = ${chunkId}::uuid and status = 'queued' and "profileId" is not null
      returning id
    ), taken as (
      insert into "Transition" (machine, "subjectId", "from", "to", "byId", because, at)
      select 'delivery', id, 'queued', 'sending', ${byId}, 'taken in hand to be closed: the chunk was stopped', ${now} from halfway
    )
    insert into "Transition" (machine, "subjectId", "from", "to", "byId", because, at)
    select 'delivery', id, 'sending', 'failed', ${byId}, 'the chunk was stopped before its tags were added', ${now} from halfway`;
}
