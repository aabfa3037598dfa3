import { settleByHand as settleByHandContract } from "#lib/contracts/deliveries.ts";
import { handle } from "#lib/http/handle.ts";
import { settleByHand } from "#lib/stages/send/command/settle-by-hand.ts";

export const POST = handle(settleByHandContract, (ctx, { params, body }) => settleByHand(ctx, params.deliveryId, body));
