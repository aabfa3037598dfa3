import type { Tx } from "./client.ts";
import { isSweepNeeded } from "./sweep-needed.ts";
import { unsettledMatches } from "./unsettled-matches.ts";

/** Why a chunk may not leave because of profiles that exist in Passfort already, in a sentence; null: it may. */
export async function existingProblem(
  tx: Tx,
  chunk: { id: string; migrationId: string; connectionId: string },
  secret: string,
): Promise<string | null> {
  const { name, environment } = await tx.connection.findUniqueOrThrow({ where: { id: chunk.connectionId } });
  if (await isSweepNeeded(tx, { ...chunk, environment }))
    return `It is not known whether some of these clients exist on the connection “${name}” already. Open “Existing profiles” under Plan and look through them once.`;
  const { notCompared, undecided } = await unsettledMatches(tx, chunk, secret);
  if (undecided > 0)
    return `${clientsOf(undecided)} of this chunk could be a profile that exists in Passfort already. Open “Existing profiles” under Plan and decide each.`;
  if (notCompared > 0)
    return `${clientsOf(notCompared)} of this chunk came or changed since the existing profiles were looked through, and one of them has the same name. Open “Existing profiles” under Plan and look through them again.`;
  return null;
}

const clientsOf = (count: number): string => `${count.toLocaleString("en-GB")} ${count === 1 ? "client" : "clients"}`;
