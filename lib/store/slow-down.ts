import { calmAgain } from "../domain/chunk-pace.ts";
import { presentProcesses } from "../domain/processes.ts";
import type { Db } from "./client.ts";

export type WatchedChunk = {
  id: string;
  processes: number;
  processesAsked: number | null;
  slowedTo: number | null;
  slowedSince: Date | null;
  slowedChangedAt: Date | null;
};

/** The chunk, for the one worker that may look at it now; null for the others, and when it does not run. */
export async function takePaceCheck(
  db: Db,
  chunkId: string,
  now: Date,
  lastBefore: Date,
): Promise<WatchedChunk | null> {
  const [chunk] = await db.$queryRaw<WatchedChunk[]>`
    update "Chunk" set "paceCheckedAt" = ${now}
    where id = ${chunkId}::uuid and status = 'running' and ("paceCheckedAt" is null or "paceCheckedAt" <= ${lastBefore})
    returning id::text, processes, "processesAsked", "slowedTo", "slowedSince", "slowedChangedAt"`;
  return chunk ?? null;
}

/** @returns false when the chunk was changed since it was looked at */
export async function writeSlowDown(
  db: Db,
  seen: WatchedChunk,
  change: { to: number | null; because: string | null; now: Date },
): Promise<boolean> {
  const isOver = change.to === null;
  return db.$transaction(async (tx) => {
    const { count } = await tx.chunk.updateMany({
      where: { id: seen.id, slowedTo: seen.slowedTo, processesAsked: seen.processesAsked },
      data: {
        slowedTo: change.to,
        slowedBecause: change.because,
        slowedSince: isOver ? null : (seen.slowedSince ?? change.now),
        slowedChangedAt: isOver ? null : change.now,
      },
    });
    if (count !== 1) return false;
    const limit = {
      processes: presentProcesses({ ...seen, slowedTo: change.to }),
      because: change.because ?? calmAgain,
    };
    await tx.chunkLimit.create({ data: { chunkId: seen.id, from: change.now, ...limit } });
    return true;
  });
}
