import { findEarlierMappings as findContract, saveToLibrary as saveContract } from "#lib/contracts/mapping-library.ts";
import { handle } from "#lib/http/handle.ts";
import { saveToLibrary } from "#lib/stages/map/command/save-to-library.ts";
import { findEarlierMappings } from "#lib/stages/map/query/find-earlier-mappings.ts";

export const GET = handle(findContract, (ctx, { params }) => findEarlierMappings(ctx, params.fileId));
export const POST = handle(saveContract, (ctx, { params, body }) => saveToLibrary(ctx, params.fileId, body));
