import * as contracts from "#lib/contracts/fixes.ts";
import { handle } from "#lib/http/handle.ts";
import { correctRecord } from "#lib/stages/validate/command/correct-record.ts";

export const POST = handle(contracts.correctRecord, (ctx, { params, body }) =>
  correctRecord(ctx, params.recordId, body),
);
