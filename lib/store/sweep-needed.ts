import type { Environment } from "../domain/connection.ts";
import type { Db, Tx } from "./client.ts";

/**
 * Must the profiles of this connection be looked through before a chunk of this migration is handed over? On a production connection once,
 * unless a chunk was launched there before; anywhere, when what was seen is not known any more.
 */
export async function isSweepNeeded(
  db: Db | Tx,
  { migrationId, connectionId, environment }: { migrationId: string; connectionId: string; environment: Environment },
): Promise<boolean> {
  const where = { migrationId, connectionId };
  const sweeps = await db.profileSweep.findMany({
    where: { ...where, status: { in: ["done", "void"] } },
    select: { status: true },
    distinct: ["status"],
  });
  if (sweeps.some(({ status }) => status === "done")) return false;
  if (sweeps.length > 0) return true;
  if (environment !== "production") return false;
  return (await db.chunk.findFirst({ where: { ...where, launchedAt: { not: null } }, select: { id: true } })) === null;
}
