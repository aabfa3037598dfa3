import { VisuallyHidden } from "@mantine/core";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { chunkStatusSentences } from "./status-words.ts";

/** Tells people who cannot see the page when the status changes or sending is held. Counts are left out: they would never stop talking. */
export function StatusAnnouncer({ chunk }: { chunk: ChunkDashboard }) {
  return (
    <VisuallyHidden role="status" aria-live="polite">
      Chunk {chunk.number}. {chunkStatusSentences[chunk.status]} {chunk.holdReason}
    </VisuallyHidden>
  );
}
