import type { ChunkStatus } from "#lib/domain/chunk.ts";

/** What each status of a chunk means for the person in front of it. */
export const chunkStatusSentences: Record<ChunkStatus, string> = {
  draft: "A draft: nothing has been sent, and nobody has been asked to approve it.",
  submitted: "Waiting for a second person to approve it. Nothing has been sent.",
  approved: "Approved and ready to be launched. Nothing has been sent yet.",
  running: "Running: clients are being sent to Passfort.",
  pausing: "Pausing: no new call starts; the calls in flight are ending.",
  paused: "Paused: nothing is being sent. It goes on where it was when you resume it.",
  stopping: "Stopping: no new call starts; the calls in flight are ending.",
  stopped: "Stopped for good. What had not left was withdrawn.",
  finished: "Finished: every client of this chunk has come to an end.",
};

/** How often the page asks again, in ms. Live chunks every second (the dashboard is never older than two). */
export const pollMsByChunkStatus: Record<ChunkStatus, number> = {
  draft: 5000,
  submitted: 3000,
  approved: 3000,
  running: 1000,
  pausing: 1000,
  paused: 2000,
  stopping: 1000,
  stopped: 15_000,
  finished: 5000,
};
