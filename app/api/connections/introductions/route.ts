import { introduceKey as contract } from "#lib/contracts/connections.ts";
import { handle } from "#lib/http/handle.ts";
import { introduceKey } from "#lib/settings/connections/command/introduce-key.ts";

export const POST = handle(contract, (ctx, { body }) => introduceKey(ctx, body));
