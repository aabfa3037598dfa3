import type { Environment } from "../domain/connection.ts";
import type { Db, Tx } from "./client.ts";

/**
 * Must the profiles of this production connection be looked through before a chunk of this migration is handed over? Once it was done, or a
 * chunk was launched there, it need not be.
 */
export async function isSweepNeeded(
  db: Db | Tx,
  { migrationId, connectionId, environment }: { migrationId: string; connectionId: string; environment: Environment },
): Promise<boolean> {
  if (environment !== "production") return false;
  const where = { migrationId, connectionId };
  if ((await db.profileSweep.findFirst({ where: { ...where, status: "done" }, select: { id: true } })) !== null)
    return false;
  return (await db.chunk.findFirst({ where: { ...where, launchedAt: { not: null } }, select: { id: true } })) === null;
}
