import * as contracts from "#lib/contracts/files.ts";
import { handle } from "#lib/http/handle.ts";
import { readRows } from "#lib/stages/upload/query.ts";

export const GET = handle(contracts.readRows, (ctx, { params, query }) => readRows(ctx, params.fileId, query));
