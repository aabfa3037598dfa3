import { approveChunk as approveChunkContract, refuseChunk as refuseChunkContract } from "#lib/contracts/chunks.ts";
import { handle } from "#lib/http/handle.ts";
import { approveChunk, refuseChunk } from "#lib/stages/approve/command/approve-chunk.ts";

export const POST = handle(approveChunkContract, (ctx, { params, body }) => approveChunk(ctx, params.chunkId, body));
export const DELETE = handle(refuseChunkContract, (ctx, { params, body }) =>
  refuseChunk(ctx, params.chunkId, body.reason),
);
