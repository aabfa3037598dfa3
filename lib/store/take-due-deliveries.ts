import type { Db } from "./client.ts";

export type DueDelivery = { deliveryId: string; generation: number };

/**
 * Takes deliveries whose time has come and that have no job: `notBefore` set means "no job yet", null means "a job knows".
 * Every one gets a new generation, or the queue would take its job for one it still remembers and drop it.
 */
export async function takeDueDeliveries(db: Db, chunkId: string, now: Date, limit: number): Promise<DueDelivery[]> {
  return db.$queryRaw<DueDelivery[]>`
    update "Delivery" d set "notBefore" = null, generation = d.generation + 1
    from (
      select d.id from "Delivery" d join "Chunk" c on c.id = d."chunkId"
      where c.id = ${chunkId}::uuid and c.status = 'running' and d.status in ('queued', 'uncertain') and d."notBefore" <= ${now}
      limit ${limit} for update of d skip locked
    ) as due
    where d.id = due.id
    returning d.id::text as "deliveryId", d.generation`;
}

/** Makes every waiting delivery of a chunk due again: its jobs are gone (a resume, or a queue that was wiped). */
export async function makeDue(db: Db, chunkId: string, now: Date): Promise<number> {
  return db.$executeRaw`
    update "Delivery" set "notBefore" = ${now}
    where "chunkId" = ${chunkId}::uuid and status in ('queued', 'uncertain') and "notBefore" is null`;
}
