import { revealRecord as revealRecordContract } from "#lib/contracts/records.ts";
import { handle } from "#lib/http/handle.ts";
import { revealRecord } from "#lib/stages/receive/command/reveal-record.ts";

export const POST = handle(revealRecordContract, (ctx, { params }) => revealRecord(ctx, params.recordId));
