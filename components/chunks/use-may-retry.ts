"use client";
import type { ChunkStatus } from "#lib/domain/chunk.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { useAllowed } from "./use-allowed.ts";

/** In which chunks failed clients are sent again: it runs, or starts once more. */
const isOpenForRetries: Record<ChunkStatus, boolean> = {
  draft: false,
  submitted: false,
  approved: false,
  running: true,
  pausing: false,
  paused: false,
  stopping: false,
  stopped: false,
  finished: true,
};

/** May this person send failed clients of the chunk again now? The server decides again. */
export function useMayRetry(chunk: ChunkDashboard): boolean {
  const { allowed } = useAllowed("launch");
  return allowed && isOpenForRetries[chunk.status];
}
