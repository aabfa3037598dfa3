import { renameConnection as contract } from "#lib/contracts/connections.ts";
import { handle } from "#lib/http/handle.ts";
import { renameConnection } from "#lib/settings/connections/command/rename-connection.ts";

export const PUT = handle(contract, (ctx, { params, body }) => renameConnection(ctx, params.connectionId, body.name));
