import { replaceWebhookSecret as contract } from "#lib/contracts/connections.ts";
import { handle } from "#lib/http/handle.ts";
import { replaceWebhookSecret } from "#lib/settings/connections/command/replace-webhook-secret.ts";

export const PUT = handle(contract, (ctx, { params, body }) =>
  replaceWebhookSecret(ctx, params.connectionId, body.webhookSecret),
);
