import type { Db, Tx } from "./client.ts";
import { familyDigest } from "./family-digest.ts";
import { Prisma } from "./generated/client.ts";

/**
 * Ready clients of a migration, seen from one connection. `available`: no chunk holds them and nothing of them went there.
 * `taken`: their reference already went to this connection, by this or another migration. What was withdrawn never went.
 */
export async function countAvailable(
  db: Db | Tx,
  migrationId: string,
  connectionId: string,
): Promise<{ available: number; taken: number }> {
  const [row] = await db.$queryRaw<{ available: number; taken: number }[]>`
    select (count(*) filter (where not held and not taken))::int as available,
           (count(*) filter (where taken and not held))::int as taken
    from (
      select exists (${held}) as held, exists (${takenOn(connectionId)}) as taken
      from "Record" r where r."migrationId" = ${migrationId}::uuid and r.role = 'client' and r.readiness = 'ready' and r.reference is not null
    ) as ready`;
  return row ?? { available: 0, taken: 0 };
}

/** Puts the first available clients into a chunk, in the order of their files. @returns how many there were */
export async function fillChunk(
  db: Db | Tx,
  chunk: { id: string; migrationId: string; connectionId: string; clients: number },
): Promise<number> {
  return db.$executeRaw`
    insert into "ChunkMember" ("chunkId", "recordId")
    select ${chunk.id}::uuid, r.id from "Record" r
    where r."migrationId" = ${chunk.migrationId}::uuid and r.role = 'client' and r.readiness = 'ready' and r.reference is not null
      and not exists (${held}) and not exists (${takenOn(chunk.connectionId)})
    order by r.id limit ${chunk.clients}`;
}

const held = Prisma.sql`
  select 1 from "ChunkMember" m join "Chunk" c on c.id = m."chunkId"
  where m."recordId" = r.id and c.status not in ('finished', 'stopped')`;

const takenOn = (connectionId: string) => Prisma.sql`
  select 1 from "Delivery" d where d."connectionId" = ${connectionId}::uuid and d.reference = r.reference and d.status <> 'withdrawn'`;

/**
 * SQL: clients that a correction chunk may take up again: an ended chunk left them, no other holds them, they are ready, and something is
 * different: what Passfort refused was corrected since, or the plan was; what failed or has gaps may be sent again. A profile that exists keeps its reference.
 */
const correctable = (migrationId: string, connectionId: string) => Prisma.sql`
  from "Delivery" d join "Record" r on r.id = d."recordId" join "Chunk" last on last.id = d."chunkId"
  where d."migrationId" = ${migrationId}::uuid and d."connectionId" = ${connectionId}::uuid and last.status in ('finished', 'stopped')
    and r.readiness = 'ready' and r.reference is not null and (d.reference = r.reference or d."profileId" is null)
    and (d.status = 'failed' or (d.status = 'created' and d.gaps > 0 and exists (
        select 1 from "Step" s where s."deliveryId" = d.id and s."gapCode" is not null and s."gapCode" <> 'applied_by_itself'
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
