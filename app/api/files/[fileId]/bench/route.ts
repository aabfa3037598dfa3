import * as contracts from "#lib/contracts/mapping.ts";
import { handle } from "#lib/http/handle.ts";
import { tryMapping } from "#lib/stages/map/query.ts";

export const POST = handle(contracts.tryMapping, (ctx, { params, body }) => tryMapping(ctx, params.fileId, body));
