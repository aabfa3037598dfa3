import type { ChunkKind } from "#lib/domain/chunk.ts";

/** The kinds of chunk in words, with what they are for. */
export const chunkKindWords: Record<ChunkKind, { label: string; sentence: string }> = {
  demo_test: {
    label: "Demo test",
    sentence: "About 100 clients into a demo account, to see that everything arrives as it should.",
  },
  pilot: {
    label: "Pilot",
    sentence: "Five to ten clients in production, looked at one by one before the rest follow.",
  },
  ramp: {
    label: "Ramp",
    sentence: "The main run, in growing steps: 500 clients at 1 process, 1,000 at 3, the rest at 5.",
  },
  correction: {
    label: "Correction",
    sentence:
      "Clients that were refused and have been corrected since, that failed, or that were created with gaps: only what is missing of them is sent.",
  },
};
