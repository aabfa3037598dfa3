import { liveChunkStatuses } from "../domain/chunk.ts";
import type { Db, Tx } from "./client.ts";

/**
 * The other chunk that holds this connection now, or null. Inside a transaction the connection's row is locked first, so
 * that two launches cannot both see none.
 */
export async function otherLiveChunk(
  tx: Db | Tx,
  connectionId: string,
  chunkId: string,
): Promise<{ id: string; number: number; migrationName: string } | null> {
  await tx.$queryRaw`select 1 from "Connection" where id = ${connectionId}::uuid for update`;
  const other = await tx.chunk.findFirst({
    where: { connectionId, id: { not: chunkId }, status: { in: [...liveChunkStatuses] } },
    select: { id: true, number: true, migration: { select: { name: true } } },
  });
  return other && { id: other.id, number: other.number, migrationName: other.migration.name };
}
