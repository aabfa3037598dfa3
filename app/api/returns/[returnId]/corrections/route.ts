import * as contracts from "#lib/contracts/returns.ts";
import { handle } from "#lib/http/handle.ts";
import { applyReturn } from "#lib/stages/validate/command/apply-return.ts";

export const POST = handle(contracts.applyReturn, (ctx, { params, body }) => applyReturn(ctx, params.returnId, body));
