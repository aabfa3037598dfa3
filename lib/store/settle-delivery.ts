import type { DeliveryStatus } from "../domain/delivery.ts";
import { deliveryMachine } from "../domain/delivery.ts";
import { sourcesOf } from "../domain/state-machine.ts";
import { type Answer, answeredSql, learntSql } from "./answer.ts";
import { Prisma } from "./generated/client.ts";
import type { Prepared } from "./prepared.ts";

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
 * Lets a delivery out of a worker's hand, into `to`, and writes the answer down that was its last, if it is not written yet. Fenced: a stalled
 * worker whose claim was taken away writes nothing.
 * `isOurs`: false when the claim was not ours any more. `mayMoveOn`: nothing else of its chunk is waiting or in a hand, or
 * the chunk is ending; where two workers each saw the other's, the sweep finds the chunk.
 */
export async function settleDelivery(
  { ask }: Prepared,
  settling: Settling,
  answer: Answer | null,
): Promise<{ isOurs: boolean; mayMoveOn: boolean }> {
  if (!sourcesOf(deliveryMachine, settling.to).includes("sending"))
    throw new Error(`A delivery in hand cannot become ${settling.to}.`);
  const ended = settling.to === "created" || settling.to === "failed" || settling.to === "refused";
  const { failure, now } = settling;
  // The statement does not see what it writes: the gap of the step that it ends is counted from the answer.
  const otherGaps = answer
    ? Prisma.sql`${answer.result.gap ? 1 : 0} + (select count(*) from "Step" s where s."deliveryId" = d.id and s."gapCode" is not null and s.id <> ${answer.step.id}::uuid)`
    : Prisma.sql`(select count(*) from "Step" s where s."deliveryId" = d.id and s."gapCode" is not null)`;
  const [settled] = await ask<{ isOurs: boolean; mayMoveOn: boolean }>(Prisma.sql`
    with ours as (
      select d.id from "Delivery" d where d.id = ${settling.deliveryId}::uuid and d."claimedBy" = ${settling.claimedBy} and d.status = 'sending' for update
    ), ${answer ? Prisma.sql`${answeredSql(answer, Prisma.sql`exists (select 1 from ours)`)},` : Prisma.empty} moved as (
      update "Delivery" d set status = ${settling.to}::"DeliveryStatus", "claimedBy" = null, "claimedUntil" = null,
        tries = ${settling.tries}, "notBefore" = ${settling.notBefore}, "finishedAt" = ${ended ? now : null},
        "failureCode" = ${failure?.code ?? null}, "failureMessage" = ${failure?.message.slice(0, 2000) ?? null}, "failureField" = ${failure?.field ?? null},
        "firstErrorAt" = coalesce(d."firstErrorAt", ${failure ? now : null}), "lastErrorAt" = coalesce(${failure ? now : null}, d."lastErrorAt"),
        gaps = ${otherGaps} ${answer ? Prisma.sql`, ${learntSql(answer)} from ours cross join answered` : Prisma.sql`from ours`}
      where d.id = ours.id
      returning d.id, d."chunkId"
    ), logged as (
      insert into "Transition" (machine, "subjectId", "from", "to", because, at)
      select 'delivery', id, 'sending', ${settling.to}, ${settling.because}, ${now} from moved
    )
    select true as "isOurs", c.status <> 'running' or not exists (
        select 1 from "Delivery" d
        where d."chunkId" = c.id and d.id <> moved.id and d.status = any('{queued,sending,uncertain}'::"DeliveryStatus"[])
      ) as "mayMoveOn"
    from moved join "Chunk" c on c.id = moved."chunkId"`);
  return settled ?? { isOurs: false, mayMoveOn: true };
}
