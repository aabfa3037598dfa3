import { stopChunk as stopChunkContract } from "#lib/contracts/chunks.ts";
import { handle } from "#lib/http/handle.ts";
import { stopChunk } from "#lib/stages/send/command/stop-chunk.ts";

export const POST = handle(stopChunkContract, (ctx, { params }) => stopChunk(ctx, params.chunkId));
