import { profileSweepMachine } from "../domain/profile-sweep.ts";
import { digestOf, opensWith, reseal, unseal } from "../seal.ts";
import type { Db, Tx } from "./client.ts";
import { lockConnections } from "./known-accounts.ts";
import { transitionMany } from "./transition.ts";

export type Resealed =
  | { kind: "moved"; moved: number; already: number }
  /** Neither secret opens these; nothing was changed. */
  | { kind: "not_opened"; names: string[] };

const sealedColumns = ["apiKeySealed", "webhookSecretSealed", "formerSecretSealed"] as const;

/**
 * Moves every sealed value from one panel secret to the next, in one transaction: all or nothing. Doing it again finds
 * them moved and changes nothing. The digests of keys belong to the secret too, and are made anew.
 */
export async function resealConnections(db: Db, secrets: { from: string; to: string }): Promise<Resealed> {
  return db.$transaction(async (tx) => {
    await lockConnections(tx);
    const rows = await tx.connection.findMany({ orderBy: { name: "asc" } });
    const opens = (sealed: string | null) =>
      sealed === null || opensWith(sealed, secrets.to) || opensWith(sealed, secrets.from);
    const documents = await sealedDocuments(tx);
    const lost = documents.filter(({ sealedKey }) => !opensKey(sealedKey, secrets));
    if (lost.length > 0) return { kind: "not_opened", names: [`${lost.length} documents`] };
    const closed = rows.filter((row) => !sealedColumns.every((column) => opens(row[column])));
    if (closed.length > 0) return { kind: "not_opened", names: closed.map(({ name }) => name) };

    let moved = 0;
    let already = 0;
    for (const row of rows) {
      for (const sealed of sealedColumns.flatMap((column) => row[column] ?? [])) {
        if (opensWith(sealed, secrets.to)) already += 1;
        else moved += 1;
      }
      const apiKeySealed = reseal(row.apiKeySealed, secrets);
      await tx.connection.update({
        where: { id: row.id },
        data: {
          apiKeySealed,
          apiKeyDigest: digestOf(unseal(apiKeySealed, secrets.to), secrets.to),
          webhookSecretSealed: reseal(row.webhookSecretSealed, secrets),
          formerSecretSealed: row.formerSecretSealed === null ? null : reseal(row.formerSecretSealed, secrets),
        },
      });
    }
    for (const { table, id, sealedKey } of documents) {
      if (opensWith(sealedKey, secrets.to, keysOfDocuments)) already += 1;
      else moved += 1;
      await tx.$executeRawUnsafe(
        `update "${table}" set "sealedKey" = $1 where id = $2::uuid`,
        reseal(sealedKey, secrets, keysOfDocuments),
        id,
      );
    }
    if (moved > 0) await voidSweeps(tx);
    if (moved > 0) {
      await tx.auditEntry.create({
        data: {
          byName: "the command rotate-secret",
          action: "Change the secret of the panel",
          outcome: "done",
          reason: `${moved} sealed values of ${rows.length} connections and ${documents.length} documents were moved to the new secret.`,
        },
      });
    }
    return { kind: "moved", moved, already };
  }, longMs);
}

/** The digests of existing profiles cannot be made anew without their names: they are looked through once more. */
async function voidSweeps(tx: Tx): Promise<void> {
  await tx.existingProfile.deleteMany();
  const done = await tx.profileSweep.findMany({ where: { status: "done" }, select: { id: true } });
  await transitionMany(tx, profileSweepMachine, {
    ids: done.map(({ id }) => id),
    from: "done",
    to: "void",
    byId: null,
    because: "the panel got another secret",
  });
}

/** A book has tens of thousands of documents. */
const longMs = { timeout: 600_000, maxWait: 10_000 };
const keysOfDocuments = "seal the keys of documents";

const opensKey = (sealed: string, { from, to }: { from: string; to: string }) =>
  opensWith(sealed, to, keysOfDocuments) || opensWith(sealed, from, keysOfDocuments);

/** The keys of sealed files; the files themselves stay as they are. */
const sealedDocuments = (tx: Tx) =>
  tx.$queryRaw<{ table: "Document" | "DocumentBundle"; id: string; sealedKey: string }[]>`
    select 'Document' as table, id::text, "sealedKey" from "Document" where "sealedKey" is not null
    union all select 'DocumentBundle', id::text, "sealedKey" from "DocumentBundle"`;
