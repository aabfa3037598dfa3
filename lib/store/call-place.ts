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
export const takenPlaces = (connectionId: Prisma.Sql, now: Date): Prisma.Sql =>
  placesWhere(connectionId, now, Prisma.sql`not p."isAwaited"`);

/** SQL: the same, and those that a person waits for: work that nobody waits for stands behind them. */
export const spokenForPlaces = (connectionId: Prisma.Sql, now: Date): Prisma.Sql =>
  placesWhere(connectionId, now, Prisma.sql`true`);

const placesWhere = (connectionId: Prisma.Sql, now: Date, also: Prisma.Sql) => Prisma.sql`(
  (select count(*) from "Delivery" h where h."connectionId" = ${connectionId} and h.status = 'sending' and h."claimedUntil" > ${now})
  + (select count(*) from "CallPlace" p where p."connectionId" = ${connectionId} and p."takenUntil" > ${now} and ${also}))`;

/** SQL: as `presentProcesses` (lib/domain/processes.ts) reckons. */
export const processesOf = (chunk: string): Prisma.Sql =>
  Prisma.raw(`greatest(1, least(${chunk}.processes, ${chunk}."processesAsked", ${chunk}."slowedTo"))`);

const allowedFor = (connection: Prisma.Sql) => Prisma.sql`coalesce(
  (select min(${processesOf("c")}) from "Chunk" c where c."connectionId" = ${connection} and c.status = 'running'), ${processesMax})`;

type Wanted = { connectionId: string; now: Date; until: Date };

/** A place for one call that belongs to no delivery in hand. Null: as many calls are in flight as may be, or a person waits for one. */
export async function takeCallPlace(db: Db, { connectionId, now, until }: Wanted): Promise<string | null> {
  const connection = Prisma.sql`${connectionId}::uuid`;
  return alone(
    db,
    connectionId,
    Prisma.sql`
    insert into "CallPlace" (id, "connectionId", "takenUntil")
    select gen_random_uuid(), ${connection}, ${until} where ${spokenForPlaces(connection, now)} < ${allowedFor(connection)}
    returning id::text`,
  );
}

/** Speaks for the next place that is free, until then. @returns its id */
export async function awaitCallPlace(db: Db, { connectionId, until }: Omit<Wanted, "now">): Promise<string> {
  const { id } = await db.callPlace.create({ data: { connectionId, takenUntil: until, isAwaited: true } });
  return id;
}

/** Takes the place that was spoken for. @returns false: none is free yet */
export async function takeAwaitedPlace(db: Db, id: string, { connectionId, now, until }: Wanted): Promise<boolean> {
  const connection = Prisma.sql`${connectionId}::uuid`;
  const taken = await alone(
    db,
    connectionId,
    Prisma.sql`
    update "CallPlace" set "isAwaited" = false, "takenUntil" = ${until}
    where id = ${id}::uuid and "isAwaited" and ${takenPlaces(connection, now)} < ${allowedFor(connection)}
    returning id::text`,
  );
  return taken !== null;
}

async function alone(db: Db, connectionId: string, take: Prisma.Sql): Promise<string | null> {
  const lock = db.$queryRaw`select ${placesLock(Prisma.sql`${connectionId}::text`)}`;
  const [, rows] = await db.$transaction([lock, db.$queryRaw<{ id: string }[]>(take)]);
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
