import { replaceKey as contract } from "#lib/contracts/connections.ts";
import { handle } from "#lib/http/handle.ts";
import { replaceKey } from "#lib/settings/connections/command/replace-key.ts";

export const PUT = handle(contract, (ctx, { params, body }) => replaceKey(ctx, params.connectionId, body.apiKey));
