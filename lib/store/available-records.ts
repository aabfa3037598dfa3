import { leavableGaps } from "../domain/leavable-gap.ts";
import type { Track } from "../domain/track.ts";
import { codesKeptFrom } from "../domain/track-issues.ts";
import type { Db, Tx } from "./client.ts";
import { familyDigest } from "./family-digest.ts";
import { Prisma } from "./generated/client.ts";

/** Where a plan sends clients, and how they are onboarded there. */
export type Way = { connectionId: string; track: Track };
export type Available = { available: number; taken: number; barred: number };

/**
 * Ready clients of a migration, seen from its plan. `available`: no chunk holds them, nothing of them went there, and they can take the
 * track. `taken`: their reference already went to this connection, by this or another migration. What was withdrawn never went. `barred`:
 * they would be available on another track.
 */
export async function countAvailable(
  db: Db | Tx,
  migrationId: string,
  { connectionId, track }: Way,
): Promise<Available> {
  const [row] = await db.$queryRaw<Available[]>`
    select (count(*) filter (where not held and not taken and not barred))::int as available,
           (count(*) filter (where taken and not held))::int as taken,
           (count(*) filter (where barred and not taken and not held))::int as barred
    from (
      select exists (${held}) as held, exists (${takenOn(connectionId)}) as taken, exists (${barredFrom(track, migrationId)}) as barred
      from "Record" r where r."migrationId" = ${migrationId}::uuid and r.role = 'client' and r.readiness = 'ready' and r.reference is not null
    ) as ready`;
  return row ?? { available: 0, taken: 0, barred: 0 };
}

/** Puts the first available clients into a chunk, in the order of their files. @returns how many there were */
export async function fillChunk(
  db: Db | Tx,
  chunk: Way & { id: string; migrationId: string; clients: number },
): Promise<number> {
  return db.$executeRaw`
    insert into "ChunkMember" ("chunkId", "recordId")
    select ${chunk.id}::uuid, r.id from "Record" r
    where r."migrationId" = ${chunk.migrationId}::uuid and r.role = 'client' and r.readiness = 'ready' and r.reference is not null
      and not exists (${held}) and not exists (${takenOn(chunk.connectionId)}) and not exists (${barredFrom(chunk.track, chunk.migrationId)})
    order by r.id limit ${chunk.clients}`;
}

/** How many clients of a chunk cannot take this track any more. */
export async function countBarred(tx: Tx, chunk: { id: string; migrationId: string }, track: Track): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from "ChunkMember" m join "Record" r on r.id = m."recordId" where m."chunkId" = ${chunk.id}::uuid and exists (${barredFrom(track, chunk.migrationId)})`;
  return row?.n ?? 0;
}

const held = Prisma.sql`
  select 1 from "ChunkMember" m join "Chunk" c on c.id = m."chunkId"
  where m."recordId" = r.id and c.status not in ('finished', 'stopped')`;

const takenOn = (connectionId: string) => Prisma.sql`
  select 1 from "Delivery" d where d."connectionId" = ${connectionId}::uuid and d.reference = r.reference and d.status <> 'withdrawn'`;

const barredFrom = (track: Track, migrationId: string) => Prisma.sql`
  select 1 from "Issue" i where i."migrationId" = ${migrationId}::uuid and i."recordId" = r.id and i.code = any(${[...codesKeptFrom[track]]}::text[])`;

/**
 * SQL: clients that a correction chunk may take up again: an ended chunk left them, no other holds them, they are ready, and something is
 * different: what Passfort refused was corrected since, or the plan was; what failed or has gaps may be sent again; where Passfort only
 * holds something else than was sent there is nothing to send. A profile that exists keeps its reference.
 */
const correctable = (migrationId: string, connectionId: string) => Prisma.sql`
  from "Delivery" d join "Record" r on r.id = d."recordId" join "Chunk" last on last.id = d."chunkId"
  where d."migrationId" = ${migrationId}::uuid and d."connectionId" = ${connectionId}::uuid and last.status in ('finished', 'stopped')
    and r.readiness = 'ready' and r.reference is not null and (d.reference = r.reference or d."profileId" is null)
    and (d.status = 'failed' or (d.status = 'created' and d.gaps > 0 and exists (
        select 1 from "Step" s where s."deliveryId" = d.id and s."gapCode" is not null and s."gapCode" <> all(${[...leavableGaps]}::text[])
          and (s."recordId" is null or exists (select 1 from "Record" a where a.id = s."recordId" and a.readiness = 'ready'))))
      or (d.status = 'refused' and (d.digest is distinct from ${familyDigest("r", Prisma.sql`d."chunkId"`)}
        or exists (select 1 from "Plan" p where p."migrationId" = d."migrationId" and p.version <> (last.settings ->> 'version')::int))))
    and not exists (${held})`;

/** How many clients a correction chunk could take now. */
export async function countCorrectable(db: Db | Tx, migrationId: string, connectionId: string): Promise<number> {
  const [row] = await db.$queryRaw<
    { n: number }[]
  >`select count(*)::int as n ${correctable(migrationId, connectionId)}`;
  return row?.n ?? 0;
}

/** Puts the first of them into a chunk, in the order of their files. @returns how many there were */
export async function fillCorrection(
  db: Db | Tx,
  chunk: { id: string; migrationId: string; connectionId: string; clients: number },
): Promise<number> {
  return db.$executeRaw`
    insert into "ChunkMember" ("chunkId", "recordId")
    select ${chunk.id}::uuid, r.id ${correctable(chunk.migrationId, chunk.connectionId)} order by r.id limit ${chunk.clients}`;
}
