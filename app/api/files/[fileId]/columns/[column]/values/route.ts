import * as counted from "#lib/contracts/column-values.ts";
import * as contracts from "#lib/contracts/mapping.ts";
import { handle } from "#lib/http/handle.ts";
import { listColumnValues } from "#lib/stages/map/query/list-column-values.ts";
import { readColumnValues } from "#lib/stages/map/query/read-column-values.ts";

export const GET = handle(counted.listColumnValues, (ctx, { params }) =>
  listColumnValues(ctx, params.fileId, params.column),
);

export const POST = handle(contracts.readColumnValues, (ctx, { params, body }) => readColumnValues(ctx, params, body));
