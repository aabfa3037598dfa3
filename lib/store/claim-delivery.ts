import type { DeliveryStatus } from "../domain/delivery.ts";
import type { Db } from "./client.ts";

export type ClaimedDelivery = {
  id: string;
  chunkId: string;
  connectionId: string;
  recordId: string;
  reference: string;
  isLaidOut: boolean;
  /** What it was before: `uncertain` is looked up first. */
  from: Extract<DeliveryStatus, "queued" | "uncertain">;
  tries: number;
  profileId: string | null;
  applicationId: string | null;
  firstErrorAt: Date | null;
  settings: unknown;
  entity: unknown;
};

/**
 * Takes a delivery in hand, in one statement: only in this generation, only while its chunk runs and is not held, and
 * only one worker ever gets it. The chunk's row is share-locked, so a pause that is stored is seen.
 * @returns null when there is nothing to do: an old or doubled job, a paused or held chunk, a delivery already settled
 */
export async function claimDelivery(
  db: Db,
  claim: { deliveryId: string; generation: number; claimedBy: string; now: Date; until: Date },
): Promise<ClaimedDelivery | null> {
  const rows = await db.$queryRaw<ClaimedDelivery[]>`
    with chunk as (
      select c.id, c.settings from "Chunk" c join "Delivery" d on d."chunkId" = c.id
      where d.id = ${claim.deliveryId}::uuid and c.status = 'running' and (c."heldUntil" is null or c."heldUntil" <= ${claim.now})
      for share of c
    ), before as (
      select d.id, d.status from "Delivery" d join chunk on chunk.id = d."chunkId"
      where d.id = ${claim.deliveryId}::uuid and d.generation = ${claim.generation} and d.status in ('queued', 'uncertain')
      for update of d
    ), claimed as (
      update "Delivery" d set status = 'sending', "claimedBy" = ${claim.claimedBy}, "claimedUntil" = ${claim.until}, "notBefore" = null
      from before where d.id = before.id
      returning d.*
    ), logged as (
      insert into "Transition" (machine, "subjectId", "from", "to", because, at)
      select 'delivery', id, status::text, 'sending', 'a worker took it up', ${claim.now} from before
    )
    select claimed.id::text, claimed."chunkId"::text, claimed."connectionId"::text, claimed."recordId"::text, claimed.reference, claimed."isLaidOut", before.status::text as "from",
           claimed.tries, claimed."profileId", claimed."applicationId", claimed."firstErrorAt", chunk.settings, r.data::json as entity
    from claimed join before on before.id = claimed.id join chunk on chunk.id = claimed."chunkId" join "Record" r on r.id = claimed."recordId"`;
  return rows[0] ?? null;
}

/** A held chunk lets nobody in: the job is spent, so the row says when to come again. */
export async function postponeDelivery(db: Db, deliveryId: string, generation: number, now: Date): Promise<void> {
  await db.$executeRaw`
    update "Delivery" d set "notBefore" = c."heldUntil" from "Chunk" c
    where d.id = ${deliveryId}::uuid and d.generation = ${generation} and d.status in ('queued', 'uncertain')
      and c.id = d."chunkId" and c."heldUntil" > ${now}`;
}

/** Keeps a claim alive while its worker is. @returns false when the claim was lost */
export async function extendClaim(db: Db, deliveryId: string, claimedBy: string, until: Date): Promise<boolean> {
  return (
    (await db.$executeRaw`
    update "Delivery" set "claimedUntil" = ${until} where id = ${deliveryId}::uuid and "claimedBy" = ${claimedBy} and status = 'sending'`) ===
    1
  );
}
