import * as contracts from "#lib/contracts/returns.ts";
import { handle } from "#lib/http/handle.ts";
import { putReturnAway } from "#lib/stages/validate/command/apply-return.ts";
import { previewReturn } from "#lib/stages/validate/query/preview-return.ts";

export const GET = handle(contracts.previewReturn, (ctx, { params }) => previewReturn(ctx, params.returnId));
export const DELETE = handle(contracts.putReturnAway, (ctx, { params }) => putReturnAway(ctx, params.returnId));
