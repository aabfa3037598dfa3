import { testConnection as contract } from "#lib/contracts/connections.ts";
import { handle } from "#lib/http/handle.ts";
import { tryConnection } from "#lib/settings/connections/command/try-connection.ts";

export const POST = handle(contract, (ctx, { params }) => tryConnection(ctx, params.connectionId));
