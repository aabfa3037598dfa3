import type { readChunk } from "#lib/contracts/chunks.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";

/** One chunk as its page gets it. */
export type ChunkDashboard = ReplyOf<typeof readChunk>;
