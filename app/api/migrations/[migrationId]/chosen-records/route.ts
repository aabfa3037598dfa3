import * as contracts from "#lib/contracts/chosen-records.ts";
import { handle } from "#lib/http/handle.ts";
import { lookAtChosen } from "#lib/stages/validate/query/look-at-chosen.ts";

export const POST = handle(contracts.lookAtChosen, (ctx, { params, body }) =>
  lookAtChosen(ctx, params.migrationId, body),
);
