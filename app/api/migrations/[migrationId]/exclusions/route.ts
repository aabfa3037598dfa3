import * as contracts from "#lib/contracts/issues.ts";
import { handle } from "#lib/http/handle.ts";
import { excludeRecords, includeRecords } from "#lib/stages/validate/command/exclusions.ts";

export const POST = handle(contracts.excludeRecords, (ctx, { params, body }) =>
  excludeRecords(ctx, params.migrationId, body),
);
export const DELETE = handle(contracts.includeRecords, (ctx, { params, body }) =>
  includeRecords(ctx, params.migrationId, body),
);
