import { digestOf, opensWith, unseal } from "../seal.ts";
import type { Db, Tx } from "./client.ts";

/** Holds every other change of connections back until this transaction ends: what was compared stays true. */
export async function lockConnections(tx: Tx): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('connections'))::text`;
}

/** Every account the panel calls, as far as it is known, except that of one connection. */
export async function knownAccounts(db: Db | Tx, secret: string, exceptId: string | null) {
  const rows = await db.connection.findMany({
    ...(exceptId === null ? {} : { where: { id: { not: exceptId } } }),
    orderBy: { createdAt: "asc" },
  });
  return rows.map((row) => ({
    connectionName: row.name,
    environment: row.environment,
    institutionName: row.institutionName,
    keyDigest: row.apiKeyDigest ?? digestOfSealed(row.apiKeySealed, secret),
  }));
}

/** Gives rows from before there were digests theirs, so that their keys are known again. */
export async function fillDigests(db: Db, secret: string): Promise<void> {
  for (const { id, apiKeySealed } of await db.connection.findMany({ where: { apiKeyDigest: null } })) {
    const apiKeyDigest = digestOfSealed(apiKeySealed, secret);
    if (apiKeyDigest) await db.connection.update({ where: { id }, data: { apiKeyDigest } });
  }
}

/** A key that cannot be opened cannot be compared. */
function digestOfSealed(sealed: string, secret: string): string | null {
  return opensWith(sealed, secret) ? digestOf(unseal(sealed, secret), secret) : null;
}
