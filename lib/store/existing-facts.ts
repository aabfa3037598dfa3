import type { ExistingFacts } from "../domain/existing-problem.ts";
import type { Tx } from "./client.ts";
import { isSweepNeeded } from "./sweep-needed.ts";
import { unsettledMatches } from "./unsettled-matches.ts";

/** What is known of the profiles that exist on a chunk's connection already. Where they are still to be looked through, its clients are not. */
export async function existingFacts(
  tx: Tx,
  chunk: { id: string; migrationId: string; connectionId: string },
  secret: string,
): Promise<ExistingFacts> {
  const { name, environment } = await tx.connection.findUniqueOrThrow({ where: { id: chunk.connectionId } });
  const isNeeded = await isSweepNeeded(tx, { ...chunk, environment });
  const unsettled = isNeeded ? { notCompared: 0, undecided: 0 } : await unsettledMatches(tx, chunk, secret);
  return { connectionName: name, isSweepNeeded: isNeeded, ...unsettled };
}
