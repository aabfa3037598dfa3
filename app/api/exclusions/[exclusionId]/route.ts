import * as contracts from "#lib/contracts/issues.ts";
import { handle } from "#lib/http/handle.ts";
import { undoExclusion } from "#lib/stages/validate/command/exclusions.ts";

export const DELETE = handle(contracts.undoExclusion, (ctx, { params }) => undoExclusion(ctx, params.exclusionId));
