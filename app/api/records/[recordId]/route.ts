import { readRecord as readRecordContract } from "#lib/contracts/records.ts";
import { handle } from "#lib/http/handle.ts";
import { readRecord } from "#lib/stages/receive/query/read-record.ts";

export const GET = handle(readRecordContract, (ctx, { params }) => readRecord(ctx, params.recordId));
