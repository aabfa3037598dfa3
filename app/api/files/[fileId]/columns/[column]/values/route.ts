import * as contracts from "#lib/contracts/column-values.ts";
import { handle } from "#lib/http/handle.ts";
import { listColumnValues } from "#lib/stages/map/query/list-column-values.ts";

export const GET = handle(contracts.listColumnValues, (ctx, { params }) =>
  listColumnValues(ctx, params.fileId, params.column),
);
