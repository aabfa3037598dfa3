import * as contracts from "#lib/contracts/mapping.ts";
import { handle } from "#lib/http/handle.ts";
import { previewJoin } from "#lib/stages/map/query/preview-join.ts";

export const POST = handle(contracts.previewJoin, (ctx, { params, body }) => previewJoin(ctx, params.fileId, body));
