import { listGaps as listGapsContract, sendGaps as sendGapsContract } from "#lib/contracts/gaps.ts";
import { handle } from "#lib/http/handle.ts";
import { sendGaps } from "#lib/stages/send/command/send-gaps.ts";
import { listGaps } from "#lib/stages/send/query/list-gaps.ts";

export const GET = handle(listGapsContract, (ctx, { params, query }) => listGaps(ctx, params.chunkId, query.after));
export const POST = handle(sendGapsContract, (ctx, { params, body }) => sendGaps(ctx, params.chunkId, body.deliveryId));
