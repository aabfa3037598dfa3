import * as contracts from "#lib/contracts/issues.ts";
import { handle } from "#lib/http/handle.ts";
import { listRecords } from "#lib/stages/validate/query.ts";

export const GET = handle(contracts.listRecords, (ctx, { params, query }) =>
  listRecords(ctx, params.migrationId, query),
);
