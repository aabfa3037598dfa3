import { submitChunk as submitChunkContract, takeBackChunk as takeBackChunkContract } from "#lib/contracts/chunks.ts";
import { handle } from "#lib/http/handle.ts";
import { submitChunk, takeBackChunk } from "#lib/stages/approve/command/submit-chunk.ts";

export const POST = handle(submitChunkContract, (ctx, { params }) => submitChunk(ctx, params.chunkId));
export const DELETE = handle(takeBackChunkContract, (ctx, { params }) => takeBackChunk(ctx, params.chunkId));
