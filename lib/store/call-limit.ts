import type { LimitedCall } from "../domain/call-limit.ts";
import { Prisma } from "./generated/client.ts";
import type { Prepared } from "./prepared.ts";

/** One bucket of Passfort's as the panel mirrors it (lib/stages/send/call-limit.ts). Times in ms since 1970. */
export type StoredLimit = {
  intervalMs: number;
  burst: number;
  arrivalMs: number;
  busyUntilMs: number | null;
  calls: number;
};

export async function readCallLimit(
  { ask }: Prepared,
  connectionId: string,
  call: LimitedCall,
): Promise<StoredLimit | null> {
  const [row] = await ask<{
    intervalMs: number;
    burst: number;
    arrivalAt: Date;
    busyUntil: Date | null;
    calls: number;
  }>(Prisma.sql`
    select "intervalMs", burst, "arrivalAt", "busyUntil", calls from "CallLimit"
    where "connectionId" = ${connectionId}::uuid and call = ${call}`);
  if (!row) return null;
  const { arrivalAt, busyUntil, ...numbers } = row;
  return { ...numbers, arrivalMs: arrivalAt.getTime(), busyUntilMs: busyUntil?.getTime() ?? null };
}

/**
 * Writes the mirror if it still is as it was read, so that no two workers use the same place in the bucket.
 * @returns false when another worker changed it meanwhile
 */
export async function storeCallLimit(
  { ask }: Prepared,
  place: { connectionId: string; call: LimitedCall },
  before: StoredLimit | null,
  after: StoredLimit,
): Promise<boolean> {
  // Rounded up: a fraction of a millisecond lost with every call would be a call too many after some thousands.
  const arrivalAt = new Date(Math.ceil(after.arrivalMs));
  const busyUntil = after.busyUntilMs === null ? null : new Date(Math.ceil(after.busyUntilMs));
  const { connectionId, call } = place;
  if (before === null) {
    const made = await ask(Prisma.sql`
      insert into "CallLimit" ("connectionId", call, "intervalMs", burst, "arrivalAt", "busyUntil", calls)
      values (${connectionId}::uuid, ${call}, ${after.intervalMs}, ${after.burst}, ${arrivalAt}, ${busyUntil}, ${after.calls})
      on conflict do nothing returning 1`);
    return made.length === 1;
  }
  const busyBefore = before.busyUntilMs === null ? null : new Date(before.busyUntilMs);
  const written = await ask(Prisma.sql`
    update "CallLimit" set "intervalMs" = ${after.intervalMs}, burst = ${after.burst}, "arrivalAt" = ${arrivalAt}, "busyUntil" = ${busyUntil}, calls = ${after.calls}
    where "connectionId" = ${connectionId}::uuid and call = ${call} and calls = ${before.calls} and burst = ${before.burst}
      and "arrivalAt" = ${new Date(before.arrivalMs)} and "busyUntil" is not distinct from ${busyBefore}::timestamp
    returning 1`);
  return written.length === 1;
}
