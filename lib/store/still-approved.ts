import { chunkSettingsSchema } from "../domain/chunk-settings.ts";
import { fingerprintOf } from "../domain/fingerprint.ts";
import type { Db, Tx } from "./client.ts";
import { familyDigest } from "./family-digest.ts";
import { fingerprintChunk } from "./fingerprint-chunk.ts";
import { Prisma } from "./generated/client.ts";

/**
 * Is what a launched chunk has still to send exactly what was approved? Its settings are held against the approved fingerprint, and every
 * client that may still make a call against the digest of its launch. What has ended may have been corrected since, for another chunk.
 */
export async function stillApproved(db: Db | Tx, chunkId: string): Promise<boolean> {
  const chunk = await db.chunk.findUniqueOrThrow({
    where: { id: chunkId },
    include: { connection: { select: { baseUrl: true } } },
  });
  const { connectionId, kind, processes, clientCount, membersDigest } = chunk;
  // Launched before digests were kept.
  if (membersDigest === null) return (await fingerprintChunk(db, chunkId)).fingerprint === chunk.approvedFingerprint;
  const fingerprint = await fingerprintOf({
    connectionId,
    baseUrl: chunk.connection.baseUrl,
    kind,
    processes,
    clientCount,
    settings: chunkSettingsSchema.parse(chunk.settings),
    membersDigest,
  });
  if (fingerprint !== chunk.approvedFingerprint) return false;
  const [changed] = await db.$queryRaw<unknown[]>`
    select 1 from "Delivery" d join "Record" r on r.id = d."recordId"
    where d."chunkId" = ${chunkId}::uuid and (d.status in ('queued', 'sending', 'uncertain', 'failed') or d.gaps > 0)
      and d.digest is distinct from ${familyDigest("r", Prisma.sql`d."chunkId"`)}
    limit 1`;
  return changed === undefined;
}
