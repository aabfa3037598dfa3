import { testConnection as contract } from "#lib/contracts/connections.ts";
import { handle } from "#lib/http/handle.ts";
import { testConnection } from "#lib/settings/connections/command.ts";

export const POST = handle(contract, (ctx, { params }) => testConnection(ctx, params.connectionId));
