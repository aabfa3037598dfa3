import * as contracts from "#lib/contracts/issues.ts";
import { handle } from "#lib/http/handle.ts";
import { acknowledgeCause } from "#lib/stages/validate/command/acknowledge-cause.ts";

export const POST = handle(contracts.acknowledgeCause, (ctx, { params, body }) =>
  acknowledgeCause(ctx, params.migrationId, body),
);
