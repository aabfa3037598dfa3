import type { Db } from "./client.ts";
import type { Chunk } from "./generated/client.ts";

/**
 * Writes the number of processes a person asks for, if it still is as they saw it. What the panel had slowed down by
 * itself begins anew: a person has looked.
 * @returns the chunk as it is now; null when it was changed meanwhile or has ended
 */
export async function askProcesses(
  db: Db,
  { chunkId, before, processes }: { chunkId: string; before: number | null; processes: number },
): Promise<Chunk | null> {
  const [chunk] = await db.chunk.updateManyAndReturn({
    where: { id: chunkId, status: { in: ["running", "pausing", "paused"] }, processesAsked: before },
    data: {
      processesAsked: processes,
      slowedTo: null,
      slowedBecause: null,
      slowedSince: null,
      slowedChangedAt: null,
    },
  });
  return chunk ?? null;
}
