import { addConnection as addContract, listConnections as listContract } from "#lib/contracts/connections.ts";
import { handle } from "#lib/http/handle.ts";
import { addConnection } from "#lib/settings/connections/command/add-connection.ts";
import { listConnections } from "#lib/settings/connections/query.ts";

export const GET = handle(listContract, (ctx) => listConnections(ctx));
export const POST = handle(addContract, (ctx, { body }) => addConnection(ctx, body));
