import { chunkSettingsSchema } from "../domain/chunk-settings.ts";
import { fingerprintOf } from "../domain/fingerprint.ts";
import type { Db, Tx } from "./client.ts";
import { digestMembers } from "./digest-members.ts";

/** The fingerprint of a chunk as everything stands at this moment, and how many of its clients are still ready. */
export async function fingerprintChunk(
  db: Db | Tx,
  chunkId: string,
): Promise<{ fingerprint: string; clients: number; ready: number }> {
  const chunk = await db.chunk.findUniqueOrThrow({
    where: { id: chunkId },
    include: { connection: { select: { baseUrl: true } } },
  });
  const members = await digestMembers(db, chunkId);
  const fingerprint = await fingerprintOf({
    connectionId: chunk.connectionId,
    baseUrl: chunk.connection.baseUrl,
    kind: chunk.kind,
    processes: chunk.processes,
    clientCount: chunk.clientCount,
    settings: chunkSettingsSchema.parse(chunk.settings),
    membersDigest: members.digest,
  });
  return { fingerprint, clients: members.clients, ready: members.ready };
}
