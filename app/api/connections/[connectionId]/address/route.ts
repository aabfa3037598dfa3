import { changeAddress as contract } from "#lib/contracts/connections.ts";
import { handle } from "#lib/http/handle.ts";
import { changeAddress } from "#lib/settings/connections/command/change-address.ts";

export const PUT = handle(contract, (ctx, { params, body }) => changeAddress(ctx, params.connectionId, body.baseUrl));
