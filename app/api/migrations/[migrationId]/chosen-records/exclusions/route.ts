import * as contracts from "#lib/contracts/chosen-records.ts";
import { handle } from "#lib/http/handle.ts";
import { excludeChosen, includeChosen } from "#lib/stages/validate/command/chosen-records.ts";

export const POST = handle(contracts.excludeChosen, (ctx, { params, body }) =>
  excludeChosen(ctx, params.migrationId, body),
);
export const DELETE = handle(contracts.includeChosen, (ctx, { params, body }) =>
  includeChosen(ctx, params.migrationId, body),
);
