import type { Tx } from "./client.ts";

/** Queues every failed delivery of a chunk again, with its tries forgiven. @returns how many */
export async function requeueFailed(tx: Tx, chunkId: string, byId: string, now: Date): Promise<number> {
  return tx.$executeRaw`
    with requeued as (
      update "Delivery" set status = 'queued', tries = 0, "notBefore" = ${now}, "finishedAt" = null
      where "chunkId" = ${chunkId}::uuid and status = 'failed'
      returning id
    )
    insert into "Transition" (machine, "subjectId", "from", "to", "byId", because, at)
    select 'delivery', id, 'failed', 'queued', ${byId}, 'a person sends it again', ${now} from requeued`;
}
