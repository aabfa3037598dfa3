import { launchChunk as launchChunkContract } from "#lib/contracts/chunks.ts";
import { handle } from "#lib/http/handle.ts";
import { launchChunk } from "#lib/stages/send/command/launch-chunk.ts";

export const POST = handle(launchChunkContract, (ctx, { params, body }) =>
  launchChunk(ctx, params.chunkId, body.typedCount),
);
