import { pauseChunk as pauseChunkContract, resumeChunk as resumeChunkContract } from "#lib/contracts/chunks.ts";
import { handle } from "#lib/http/handle.ts";
import { pauseChunk } from "#lib/stages/send/command/pause-chunk.ts";
import { resumeChunk } from "#lib/stages/send/command/resume-chunk.ts";

export const POST = handle(pauseChunkContract, (ctx, { params }) => pauseChunk(ctx, params.chunkId));
export const DELETE = handle(resumeChunkContract, (ctx, { params }) => resumeChunk(ctx, params.chunkId));
