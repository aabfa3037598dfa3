import { digestOf, opensWith, reseal, unseal } from "../seal.ts";
import type { Db } from "./client.ts";
import { lockConnections } from "./known-accounts.ts";

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
    if (moved > 0) {
      await tx.auditEntry.create({
        data: {
          byName: "the command rotate-secret",
          action: "Change the secret of the panel",
          outcome: "done",
          reason: `${moved} sealed values of ${rows.length} connections were moved to the new secret.`,
        },
      });
    }
    return { kind: "moved", moved, already };
  });
}
