import type { Environment } from "../domain/connection.ts";
import type { DeliveryStatus } from "../domain/delivery.ts";
import { notSettledCode } from "../domain/lost-call.ts";
import { placesLock, processesOf, spokenForPlaces } from "./call-place.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import type { Prepared } from "./prepared.ts";

export type ClaimedDelivery = {
  id: string;
  chunkId: string;
  connectionId: string;
  recordId: string;
  reference: string;
  isLaidOut: boolean;
  hasSteps: boolean;
  /** What it was before: `uncertain` is looked up first. */
  from: Extract<DeliveryStatus, "queued" | "uncertain">;
  tries: number;
  profileId: string | null;
  applicationId: string | null;
  /** A profile that existed before and is this client. */
  takesOver: string | null;
  /** When it was looked up last, and was not there; null: that is not what became of it last. */
  lookedForAt: Date | null;
  settings: unknown;
  entity: unknown;
  /** False: neither a manifest nor a person gave the client itself one; of its associates it says nothing. */
  mayHaveDocuments: boolean;
  environment: Environment;
  baseUrl: string;
  /** Opens with the panel's secret (lib/seal.ts). */
  apiKeySealed: string;
};

type Claim = { deliveryId: string; generation: number; claimedBy: string; now: Date; until: Date };

/**
 * Takes a delivery in hand, in one statement: only in this generation and while it has a job (one that was put down has none until its time: a
 * doubled job must not look for it before Passfort's search can show it), only while its chunk runs and is not held, only while fewer are in
 * hand than processes may run, and only one worker ever gets it. The chunk's row is share-locked, so a pause that is stored is seen.
 * @returns null when there is nothing to do: an old or doubled job, a paused or held chunk, a delivery already settled.
 * `all_in_hand`: it is due, and its turn comes when another one is let go
 */
export async function claimDelivery(
  { ask, askAfter }: Prepared,
  claim: Claim,
): Promise<ClaimedDelivery | "all_in_hand" | null> {
  const [claimed] = await askAfter<ClaimedDelivery>(oneClaimAtATime(claim), take(claim));
  if (claimed) return claimed;
  const waiting = await ask(waitingForAPlace(claim));
  return waiting.length === 1 ? "all_in_hand" : null;
}

/** A statement of its own, so that the next one sees what the holder before us committed. */
const oneClaimAtATime = ({ deliveryId }: Claim) => Prisma.sql`
    select ${placesLock(Prisma.sql`"connectionId"::text`)} from "Delivery" where id = ${deliveryId}::uuid`;

const hasPlace = (now: Date) => Prisma.sql`${spokenForPlaces(Prisma.sql`c."connectionId"`, now)} < ${processesOf("c")}`;

const take = (claim: Claim) => Prisma.sql`
    with chunk as (
      select c.id, c.settings from "Chunk" c join "Delivery" d on d."chunkId" = c.id
      where d.id = ${claim.deliveryId}::uuid and c.status = 'running' and (c."heldUntil" is null or c."heldUntil" <= ${claim.now})
        and ${hasPlace(claim.now)}
      for share of c
    ), before as (
      select d.id, d.status from "Delivery" d join chunk on chunk.id = d."chunkId"
      where d.id = ${claim.deliveryId}::uuid and d.generation = ${claim.generation} and d."notBefore" is null and d.status in ('queued', 'uncertain')
      for update of d
    ), claimed as (
      update "Delivery" d set status = 'sending', "claimedBy" = ${claim.claimedBy}, "claimedUntil" = ${claim.until}, "notBefore" = null
      from before where d.id = before.id
      returning d.*
    ), logged as (
      insert into "Transition" (machine, "subjectId", "from", "to", because, at)
      select 'delivery', id, status::text, 'sending', 'a worker took it up', ${claim.now} from before
    )
    select claimed.id::text, claimed."chunkId"::text, claimed."connectionId"::text, claimed."recordId"::text, claimed.reference, claimed."isLaidOut", exists (select 1 from "Step" s where s."deliveryId" = claimed.id) as "hasSteps", before.status::text as "from",
           claimed.tries, claimed."profileId", claimed."applicationId", claimed."takesOver", case when claimed."failureCode" = ${notSettledCode} then claimed."lastErrorAt" end as "lookedForAt", chunk.settings, r.data::json as entity,
           (exists (select 1 from "ManifestLine" l where l."ownerId" = r.id) or exists (select 1 from "Document" o where o."ownerId" = r.id)) as "mayHaveDocuments",
           k.environment::text as environment, k."baseUrl", k."apiKeySealed"
    from claimed join before on before.id = claimed.id join chunk on chunk.id = claimed."chunkId" join "Record" r on r.id = claimed."recordId"
      join "Connection" k on k.id = claimed."connectionId"`;

const waitingForAPlace = ({ deliveryId, generation, now }: Claim) => Prisma.sql`
    select 1 from "Delivery" d join "Chunk" c on c.id = d."chunkId"
    where d.id = ${deliveryId}::uuid and d.generation = ${generation} and d."notBefore" is null and d.status in ('queued', 'uncertain')
      and c.status = 'running' and (c."heldUntil" is null or c."heldUntil" <= ${now})`;

/** A held chunk lets nobody in: the job is spent, so the row says when to come again. */
export async function postponeDelivery(db: Db, deliveryId: string, generation: number, now: Date): Promise<void> {
  await db.$executeRaw`
    update "Delivery" d set "notBefore" = c."heldUntil" from "Chunk" c
    where d.id = ${deliveryId}::uuid and d.generation = ${generation} and d.status in ('queued', 'uncertain')
      and c.id = d."chunkId" and c."heldUntil" > ${now}`;
}

/** It found no place in time: the next sweep gives it a job again. */
export async function putBackDelivery(db: Db, deliveryId: string, generation: number, now: Date): Promise<void> {
  await db.$executeRaw`
    update "Delivery" set "notBefore" = ${now}
    where id = ${deliveryId}::uuid and generation = ${generation} and status in ('queued', 'uncertain')`;
}

/** Keeps a claim alive while its worker is. One that ran out is nobody's: its place may be taken. @returns false when the claim was lost */
export async function extendClaim(
  db: Db,
  deliveryId: string,
  claimedBy: string,
  { now, until }: { now: Date; until: Date },
): Promise<boolean> {
  return (
    (await db.$executeRaw`
    update "Delivery" set "claimedUntil" = ${until} where id = ${deliveryId}::uuid and "claimedBy" = ${claimedBy} and status = 'sending' and "claimedUntil" > ${now}`) ===
    1
  );
}
