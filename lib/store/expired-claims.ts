import { attemptMachine } from "../domain/attempt.ts";
import { deliveryMachine } from "../domain/delivery.ts";
import type { Db, Tx } from "./client.ts";
import { transition } from "./transition.ts";

/**
 * Frees one delivery whose worker died: with a call in flight it becomes uncertain (the call may have happened), between
 * two calls it is queued again, unless a lost call is still to be looked up. Either way it is due at once and the dead worker's claim is void.
 */
export async function freeExpiredClaim(db: Db, deliveryId: string, now: Date): Promise<"uncertain" | "queued" | null> {
  return db.$transaction(async (tx) => {
    const [expired] = await tx.$queryRaw<{ tries: number }[]>`
      select tries from "Delivery" where id = ${deliveryId}::uuid and status = 'sending' and "claimedUntil" < ${now} for update skip locked`;
    if (!expired) return null;
    const open = await tx.attempt.findMany({ where: { deliveryId, status: "open" }, select: { id: true } });
    for (const { id } of open) {
      await transition(tx, attemptMachine, {
        id,
        to: "uncertain",
        byId: null,
        because: "the worker waiting for the answer died",
        set: { code: "worker_died", message: "The worker ended before an answer came.", closedAt: now },
      });
    }
    const what = await whatItDid(tx, deliveryId, open.length);
    const { to, because } = endings[what];
    await transition(tx, deliveryMachine, {
      id: deliveryId,
      from: "sending",
      to,
      byId: null,
      because,
      set: { claimedBy: null, claimedUntil: null, notBefore: now, tries: expired.tries + open.length },
    });
    return to;
  });
}

const endings = {
  calling: { to: "uncertain", because: "its worker died while a call was in flight" },
  // Or a stop would call it never sent.
  looking: { to: "uncertain", because: "its worker died while it was looked up" },
  between: { to: "queued", because: "its worker died between two calls" },
} as const;

async function whatItDid(tx: Tx, deliveryId: string, openCalls: number): Promise<keyof typeof endings> {
  if (openCalls > 0) return "calling";
  const lost = await tx.$queryRaw<unknown[]>`
    select 1 from "Step" s where s."deliveryId" = ${deliveryId}::uuid and s."doneAt" is null and s."gapCode" is null
      and (select a.status from "Attempt" a where a."stepId" = s.id order by a.number desc limit 1) = 'uncertain'`;
  return lost.length > 0 ? "looking" : "between";
}

/** Deliveries in the hands of workers that are no longer heard. */
export async function findExpiredClaims(db: Db, now: Date, limit: number): Promise<{ id: string; chunkId: string }[]> {
  return db.delivery.findMany({
    where: { status: "sending", claimedUntil: { lt: now } },
    select: { id: true, chunkId: true },
    take: limit,
  });
}
