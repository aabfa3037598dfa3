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

/** A place in the bucket: the mirror as it was read, and as it is once the call has left. */
export type CallTurn = { connectionId: string; call: LimitedCall; before: StoredLimit; after: StoredLimit };

/** SQL: writes the mirror if it still is as it was read, so that no two workers use the same place in the bucket. */
export function turnSql({ connectionId, call, before, after }: CallTurn): Prisma.Sql {
  return Prisma.sql`
    update "CallLimit" set "intervalMs" = ${after.intervalMs}, burst = ${after.burst}, "arrivalAt" = ${instantOf(after.arrivalMs)}, "busyUntil" = ${after.busyUntilMs === null ? null : instantOf(after.busyUntilMs)}, calls = ${after.calls}
    where "connectionId" = ${connectionId}::uuid and call = ${call} and calls = ${before.calls} and burst = ${before.burst}
      and "arrivalAt" = ${new Date(before.arrivalMs)} and "busyUntil" is not distinct from ${before.busyUntilMs === null ? null : new Date(before.busyUntilMs)}::timestamp
    returning 1`;
}

/** Rounded up: a fraction of a millisecond lost with every call would be a call too many after some thousands. */
const instantOf = (ms: number) => new Date(Math.ceil(ms));

/** The same by itself, or the first mirror of a bucket. @returns false when another worker changed it meanwhile */
export async function storeCallLimit(
  { ask }: Prepared,
  place: { connectionId: string; call: LimitedCall },
  before: StoredLimit | null,
  after: StoredLimit,
): Promise<boolean> {
  const { connectionId, call } = place;
  const written =
    before !== null
      ? await ask(turnSql({ connectionId, call, before, after }))
      : await ask(Prisma.sql`
      insert into "CallLimit" ("connectionId", call, "intervalMs", burst, "arrivalAt", "busyUntil", calls)
      values (${connectionId}::uuid, ${call}, ${after.intervalMs}, ${after.burst}, ${instantOf(after.arrivalMs)}, ${after.busyUntilMs === null ? null : instantOf(after.busyUntilMs)}, ${after.calls})
      on conflict do nothing returning 1`);
  return written.length === 1;
}
