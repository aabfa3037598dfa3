import type { Db } from "./client.ts";

export type DueDelivery = { deliveryId: string; generation: number };

/**
 * Takes deliveries of one status whose time has come and that have no job: `notBefore` set means "no job yet", null means "a job knows".
 * Every one gets a new generation, or the queue would take its job for one it still remembers and drop it.
 */
export async function takeDueDeliveries(
  db: Db,
  chunkId: string,
  { status, now, limit }: { status: "queued" | "uncertain"; now: Date; limit: number },
): Promise<DueDelivery[]> {
  if (limit <= 0) return [];
  return db.$queryRaw<DueDelivery[]>`
    update "Delivery" d set "notBefore" = null, generation = d.generation + 1
    from (
      select d.id from "Delivery" d join "Chunk" c on c.id = d."chunkId"
      where c.id = ${chunkId}::uuid and c.status = 'running' and d.status = ${status}::"DeliveryStatus" and d."notBefore" <= ${now}
      limit ${limit} for update of d skip locked
    ) as due
    where d.id = due.id
    returning d.id::text as "deliveryId", d.generation`;
}

/** How many deliveries of a chunk have a job, counted up to `most`: the row is the truth, and a lane holds other jobs, too. */
export async function countWithJob(db: Db, chunkId: string, most: number): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select 1 from "Delivery" where "chunkId" = ${chunkId}::uuid and "notBefore" is null and status in ('queued', 'uncertain') limit ${most}
    ) as waiting`;
  return row?.count ?? 0;
}

/** Makes the waiting deliveries of a chunk due again whose jobs are gone: all but those that the queue still has. A job that is doubled so finds nothing to do. */
export async function makeDue(
  db: Db,
  chunkId: string,
  now: Date,
  inQueue: readonly DueDelivery[] = [],
): Promise<number> {
  return db.$executeRaw`
    update "Delivery" d set "notBefore" = ${now}
    where d."chunkId" = ${chunkId}::uuid and d.status in ('queued', 'uncertain') and d."notBefore" is null
      and not exists (
        select 1 from unnest(${inQueue.map(({ deliveryId }) => deliveryId)}::uuid[], ${inQueue.map(({ generation }) => generation)}::int[]) as q(id, generation)
        where q.id = d.id and q.generation = d.generation
      )`;
}
