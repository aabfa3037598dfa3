import type { ChunkStatus } from "./chunk.ts";

/** In which chunks failed clients, and gaps, are sent again: it runs, or starts once more. The others stand still, are gone for good, or never left. */
export const isSentAgain: Record<ChunkStatus, boolean> = {
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
