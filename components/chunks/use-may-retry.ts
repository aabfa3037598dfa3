"use client";
import { isSentAgain } from "#lib/domain/sent-again.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { useAllowed } from "./use-allowed.ts";

/** May this person send failed clients of the chunk again now? The server decides again. */
export function useMayRetry(chunk: ChunkDashboard): boolean {
  const { allowed } = useAllowed("launch");
  return allowed && isSentAgain[chunk.status];
}
