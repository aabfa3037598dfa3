import { severalProfilesCode } from "../domain/several-profiles.ts";
import type { Db, Tx } from "./client.ts";

/** An associate of a created client of whom Passfort has several profiles. */
export type UndecidedAssociate = {
  deliveryId: string;
  connectionId: string;
  /** What its profile is called, unique in the connection. */
  reference: string;
  entity: unknown;
};

/** Null: there is no such step, or it is settled, sent again or missing for another reason. */
export async function readUndecidedAssociate(
  db: Db | Tx,
  chunkId: string,
  stepId: string,
): Promise<UndecidedAssociate | null> {
  const [row] = await db.$queryRaw<UndecidedAssociate[]>`
    select d.id::text as "deliveryId", d."connectionId"::text as "connectionId", s.subject as reference, r.data::json as entity
    from "Step" s join "Delivery" d on d.id = s."deliveryId" join "Record" r on r.id = s."recordId"
    where s.id = ${stepId}::uuid and d."chunkId" = ${chunkId}::uuid and d.status = 'created'
      and s.kind = 'create_associate' and s."doneAt" is null and s."gapCode" = ${severalProfilesCode}`;
  return row ?? null;
}

/** Does the profile belong to a client, or to another associate, of the panel already? Who asks holds the connection's row until it is written down. */
export async function isTakenProfile(tx: Tx, connectionId: string, profileId: string): Promise<boolean> {
  // Two people who give the same profile to two associates wait for each other here.
  await tx.$queryRaw`select 1 from "Connection" where id = ${connectionId}::uuid for update`;
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>`
    select exists (select 1 from "Delivery" d where d."connectionId" = ${connectionId}::uuid and d."profileId" = ${profileId})
      or exists (select 1 from "Step" s join "Delivery" d on d.id = s."deliveryId"
        where s.kind = 'create_associate' and s."resultId" = ${profileId} and d."connectionId" = ${connectionId}::uuid) as taken`;
  return row?.taken ?? false;
}

/** Writes down which profile it is, with the words of who said so. Its client's gap is counted anew when the client comes to its end. */
export async function settleAssociate(
  tx: Tx,
  stepId: string,
  { profileId, words, now }: { profileId: string; words: string; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    update "Step" set "doneAt" = ${now}, "resultId" = ${profileId}, "gapCode" = null, "gapMessage" = null, remark = concat_ws(' ', remark, ${words}::text)
    where id = ${stepId}::uuid`;
}
