import type { Db } from "./client.ts";

type Opening = {
  deliveryId: string;
  stepId: string;
  chunkId: string;
  claimedBy: string;
  workerId: string;
  now: Date;
  until: Date;
};

/**
 * Writes down a call before it leaves. In the same statement it is made sure that the chunk still runs (its row is
 * share-locked: a pause stored before this is seen, a pause stored after this waits for it) and that the claim is ours.
 * @returns the attempt's id, or null: the call must not be made
 */
export async function openAttempt(db: Db, opening: Opening): Promise<string | null> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    with chunk as (
      select id from "Chunk" where id = ${opening.chunkId}::uuid and status = 'running' for share
    ), held as (
      update "Delivery" d set "claimedUntil" = ${opening.until} from chunk
      where d.id = ${opening.deliveryId}::uuid and d."chunkId" = chunk.id and d.status = 'sending'
        and d."claimedBy" = ${opening.claimedBy} and d."claimedUntil" > ${opening.now}
      returning d.id, d."chunkId"
    )
    insert into "Attempt" (id, "deliveryId", "stepId", "chunkId", number, status, "workerId", "openedAt")
    select gen_random_uuid(), held.id, ${opening.stepId}::uuid, held."chunkId",
           (select coalesce(max(number), 0) + 1 from "Attempt" where "stepId" = ${opening.stepId}::uuid), 'open', ${opening.workerId}, ${opening.now}
    from held
    returning id::text`;
  return rows[0]?.id ?? null;
}

/** May a question about this delivery still be asked? Nothing starts after a pause or stop is stored, or after the claim ran out. */
export async function mayStillCall(db: Db, deliveryId: string, claimedBy: string, now: Date): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    select 1 from "Delivery" d join "Chunk" c on c.id = d."chunkId"
    where d.id = ${deliveryId}::uuid and d."claimedBy" = ${claimedBy} and d.status = 'sending' and d."claimedUntil" > ${now} and c.status = 'running'`;
  return rows.length === 1;
}
