import { discardChunk as discardChunkContract, readChunk as readChunkContract } from "#lib/contracts/chunks.ts";
import { handle } from "#lib/http/handle.ts";
import { discardChunk } from "#lib/stages/plan/command/discard-chunk.ts";
import { readChunk } from "#lib/stages/send/query/read-chunk.ts";

export const GET = handle(readChunkContract, (ctx, { params }) => readChunk(ctx, params.chunkId));
export const DELETE = handle(discardChunkContract, (ctx, { params }) => discardChunk(ctx, params.chunkId));
