import * as contracts from "#lib/contracts/mapping.ts";
import { handle } from "#lib/http/handle.ts";
import { saveMapping } from "#lib/stages/map/command.ts";
import { readMapping } from "#lib/stages/map/query.ts";

export const GET = handle(contracts.readMapping, (ctx, { params }) => readMapping(ctx, params.fileId));
export const POST = handle(contracts.saveMapping, (ctx, { params, body: { madeFrom, ...body } }) =>
  saveMapping(ctx, params.fileId, body, madeFrom),
);
