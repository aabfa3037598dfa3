import { leaveGaps as contract } from "#lib/contracts/gaps.ts";
import { handle } from "#lib/http/handle.ts";
import { leaveGaps } from "#lib/stages/send/command/leave-gaps.ts";

export const POST = handle(contract, (ctx, { params, body }) => leaveGaps(ctx, params.chunkId, body));
