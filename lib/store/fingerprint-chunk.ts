import { chunkSettingsSchema } from "../domain/chunk-settings.ts";
import { fingerprintOf } from "../domain/fingerprint.ts";
import type { Db, Tx } from "./client.ts";
import { digestMembers } from "./digest-members.ts";
import { digestFamilies } from "./family-places.ts";

/**
 * The fingerprint of a chunk that was not launched yet, as everything stands at this moment, and how many of its clients are still ready. Its
 * families are those that files and links say now, so that a new associate is noticed. For a launched one ask still-approved.ts.
 */
export async function fingerprintChunk(
  db: Db | Tx,
  chunkId: string,
): Promise<{ fingerprint: string; membersDigest: string; clients: number; ready: number }> {
  const chunk = await db.chunk.findUniqueOrThrow({
    where: { id: chunkId },
    include: { connection: { select: { baseUrl: true } } },
  });
  const members = await digestMembers(db, chunkId);
  const families = await digestFamilies(db, chunkId, "live");
  const membersDigest = families === "" ? members.digest : `${members.digest} ${families}`;
  const fingerprint = await fingerprintOf({
    connectionId: chunk.connectionId,
    baseUrl: chunk.connection.baseUrl,
    kind: chunk.kind,
    processes: chunk.processes,
    clientCount: chunk.clientCount,
    settings: chunkSettingsSchema.parse(chunk.settings),
    membersDigest,
  });
  return { fingerprint, membersDigest, clients: members.clients, ready: members.ready };
}
