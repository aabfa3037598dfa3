import { processesMax } from "../domain/chunk.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** SQL: places of one account are taken one after the other, or two would both see the last one free. */
export const placesLock = (connectionId: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`pg_advisory_xact_lock(hashtextextended('places ' || ${connectionId}, 0))::text`;

/**
 * SQL: calls that an account may have in flight now: deliveries in hand, whatever chunk they are of, and places beside them. The queue counts
 * too, but a queue that was wiped forgets who is at work. A claim that ran out is nobody's: its worker makes no more calls.
 */
export const takenPlaces = (connectionId: Prisma.Sql, now: Date): Prisma.Sql => Prisma.sql`(
  (select count(*) from "Delivery" h where h."connectionId" = ${connectionId} and h.status = 'sending' and h."claimedUntil" > ${now})
  + (select count(*) from "CallPlace" p where p."connectionId" = ${connectionId} and p."takenUntil" > ${now}))`;

/** SQL: as `presentProcesses` (lib/domain/processes.ts) reckons. */
export const processesOf = (chunk: string): Prisma.Sql =>
  Prisma.raw(`greatest(1, least(${chunk}.processes, ${chunk}."processesAsked", ${chunk}."slowedTo"))`);

/** A place for one call that belongs to no delivery in hand. Null: as many calls are in flight as may be. */
export async function takeCallPlace(
  db: Db,
  { connectionId, now, until }: { connectionId: string; now: Date; until: Date },
): Promise<string | null> {
  const connection = Prisma.sql`${connectionId}::uuid`;
  const take = db.$queryRaw<{ id: string }[]>`
    insert into "CallPlace" (id, "connectionId", "takenUntil")
    select gen_random_uuid(), ${connection}, ${until}
    where ${takenPlaces(connection, now)} < coalesce(
      (select min(${processesOf("c")}) from "Chunk" c where c."connectionId" = ${connection} and c.status = 'running'), ${processesMax})
    returning id::text`;
  const [, rows] = await db.$transaction([db.$queryRaw`select ${placesLock(Prisma.sql`${connectionId}::text`)}`, take]);
  return rows[0]?.id ?? null;
}

/** Keeps a place for longer than one call. */
export async function keepCallPlace(db: Db, id: string, until: Date): Promise<void> {
  await db.callPlace.updateMany({ where: { id }, data: { takenUntil: until } });
}

/** Also clears away what the dead left. */
export async function leaveCallPlace(db: Db, id: string, now: Date): Promise<void> {
  await db.$executeRaw`delete from "CallPlace" where id = ${id}::uuid or "takenUntil" <= ${now}`;
}
