import { settleAssociate as contract } from "#lib/contracts/gaps.ts";
import { handle } from "#lib/http/handle.ts";
import { settleAssociate } from "#lib/stages/send/command/settle-associate.ts";

export const POST = handle(contract, (ctx, { params, body }) => settleAssociate(ctx, params.chunkId, body));
