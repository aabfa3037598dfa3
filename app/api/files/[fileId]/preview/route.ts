import * as contracts from "#lib/contracts/files.ts";
import { handle } from "#lib/http/handle.ts";
import { previewFile } from "#lib/stages/parse/query.ts";

export const GET = handle(contracts.previewFile, (ctx, { params, query }) =>
  previewFile(ctx, params.fileId, query.form ?? null),
);
