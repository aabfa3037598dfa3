import { removeConnection as contract } from "#lib/contracts/connections.ts";
import { handle } from "#lib/http/handle.ts";
import { removeConnection } from "#lib/settings/connections/command/remove-connection.ts";

export const DELETE = handle(contract, (ctx, { params }) => removeConnection(ctx, params.connectionId));
