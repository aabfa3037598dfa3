import type { DeliveryStatus } from "../domain/delivery.ts";
import { deliveryMachine } from "../domain/delivery.ts";
import { sourcesOf } from "../domain/state-machine.ts";
import type { Db } from "./client.ts";

export type Settling = {
  deliveryId: string;
  claimedBy: string;
  to: Exclude<DeliveryStatus, "sending" | "withdrawn">;
  because: string;
  now: Date;
  tries: number;
  /** When to come again; null: not by itself. */
  notBefore: Date | null;
  /** What went wrong, if anything did; null keeps what was known. */
  failure: { code: string; message: string; field?: string | undefined } | null;
};

/**
 * Lets a delivery out of a worker's hand, into `to`. Fenced: a stalled worker whose claim was taken away writes nothing.
 * `isOurs`: false when the claim was not ours any more. `mayMoveOn`: nothing else of its chunk is waiting or in a hand, or
 * the chunk is ending; where two workers each saw the other's, the sweep finds the chunk.
 */
export async function settleDelivery(db: Db, settling: Settling): Promise<{ isOurs: boolean; mayMoveOn: boolean }> {
  if (!sourcesOf(deliveryMachine, settling.to).includes("sending"))
    throw new Error(`A delivery in hand cannot become ${settling.to}.`);
  const ended = settling.to === "created" || settling.to === "failed" || settling.to === "refused";
  const { failure, now } = settling;
  const [settled] = await db.$queryRaw<{ isOurs: boolean; mayMoveOn: boolean }[]>`
    with moved as (
      update "Delivery" set status = ${settling.to}::"DeliveryStatus", "claimedBy" = null, "claimedUntil" = null,
        tries = ${settling.tries}, "notBefore" = ${settling.notBefore}, "finishedAt" = ${ended ? now : null},
        "failureCode" = ${failure?.code ?? null}, "failureMessage" = ${failure?.message.slice(0, 2000) ?? null}, "failureField" = ${failure?.field ?? null},
        "firstErrorAt" = coalesce("firstErrorAt", ${failure ? now : null}), "lastErrorAt" = coalesce(${failure ? now : null}, "lastErrorAt"),
        gaps = (select count(*) from "Step" s where s."deliveryId" = "Delivery".id and s."gapCode" is not null)
      where id = ${settling.deliveryId}::uuid and "claimedBy" = ${settling.claimedBy} and status = 'sending'
      returning id, "chunkId"
    ), logged as (
      insert into "Transition" (machine, "subjectId", "from", "to", because, at)
      select 'delivery', id, 'sending', ${settling.to}, ${settling.because}, ${now} from moved
    )
    select true as "isOurs", c.status <> 'running' or not exists (
        select 1 from "Delivery" d
        where d."chunkId" = c.id and d.id <> moved.id and d.status = any('{queued,sending,uncertain}'::"DeliveryStatus"[])
      ) as "mayMoveOn"
    from moved join "Chunk" c on c.id = moved."chunkId"`;
  return settled ?? { isOurs: false, mayMoveOn: true };
}
