import type { Db } from "./client.ts";
import type { Chunk } from "./generated/client.ts";

/**
 * Writes the number of processes a person asks for, if it still is as they saw it. What the panel had slowed down by
 * itself begins anew: a person has looked.
 * @returns the chunk as it is now; null when it was changed meanwhile or has ended
 */
export async function askProcesses(
  db: Db,
  { chunkId, before, processes, now }: { chunkId: string; before: number | null; processes: number; now: Date },
): Promise<Chunk | null> {
  return db.$transaction(async (tx) => {
    const [chunk] = await tx.chunk.updateManyAndReturn({
      where: { id: chunkId, status: { in: ["running", "pausing", "paused"] }, processesAsked: before },
      data: {
        processesAsked: processes,
        slowedTo: null,
        slowedBecause: null,
        slowedSince: null,
        slowedChangedAt: null,
      },
    });
    if (chunk)
      await tx.chunkLimit.create({ data: { chunkId, from: now, processes, because: "a person asked for it" } });
    return chunk ?? null;
  });
}
