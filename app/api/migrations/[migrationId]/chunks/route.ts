import { draftChunk as draftChunkContract, listChunks as listChunksContract } from "#lib/contracts/chunks.ts";
import { handle } from "#lib/http/handle.ts";
import { draftChunk } from "#lib/stages/plan/command/draft-chunk.ts";
import { listChunks } from "#lib/stages/send/query/list-chunks.ts";

export const GET = handle(listChunksContract, (ctx, { params }) => listChunks(ctx, params.migrationId));
export const POST = handle(draftChunkContract, (ctx, { params, body }) => draftChunk(ctx, params.migrationId, body));
