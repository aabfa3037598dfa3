import { endFormerSecret as contract } from "#lib/contracts/connections.ts";
import { handle } from "#lib/http/handle.ts";
import { endFormerSecret } from "#lib/settings/connections/command/end-former-secret.ts";

export const DELETE = handle(contract, (ctx, { params }) => endFormerSecret(ctx, params.connectionId));
