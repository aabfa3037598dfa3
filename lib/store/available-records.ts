import type { Db, Tx } from "./client.ts";
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
