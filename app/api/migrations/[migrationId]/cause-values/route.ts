import * as contracts from "#lib/contracts/fixes.ts";
import { handle } from "#lib/http/handle.ts";
import { listCauseValues } from "#lib/stages/validate/query/list-fixes.ts";

export const POST = handle(contracts.listCauseValues, (ctx, { params, body }) =>
  listCauseValues(ctx, params.migrationId, body),
);
