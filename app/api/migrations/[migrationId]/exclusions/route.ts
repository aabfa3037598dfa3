import * as contracts from "#lib/contracts/issues.ts";
import { handle } from "#lib/http/handle.ts";
import { excludeRecords, includeRecords } from "#lib/stages/validate/command/exclusions.ts";
import { listExclusions } from "#lib/stages/validate/query/list-exclusions.ts";

export const GET = handle(contracts.listExclusions, (ctx, { params }) => listExclusions(ctx, params.migrationId));
export const POST = handle(contracts.excludeRecords, (ctx, { params, body }) =>
  excludeRecords(ctx, params.migrationId, body),
);
export const DELETE = handle(contracts.includeRecords, (ctx, { params, body }) =>
  includeRecords(ctx, params.migrationId, body),
);
