import * as contracts from "#lib/contracts/fixes.ts";
import { handle } from "#lib/http/handle.ts";
import { undoFix } from "#lib/stages/validate/command/fixes.ts";

export const DELETE = handle(contracts.undoFix, (ctx, { params }) => undoFix(ctx, params.fixId));
