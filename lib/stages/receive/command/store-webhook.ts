import type { Context } from "../../../context.ts";
import { readWebhook } from "../../../passfort/webhook.ts";
import { openConnection } from "../../../store/open-connection.ts";
import { storeEvents } from "../../../store/store-events.ts";

export type WebhookAnswer = "stored" | "forged" | "unreadable" | "unknown_connection";

/**
 * Takes a knock of Passfort: verified, stored without its secret, once per event id. Nothing is looked at here, because
 * Passfort must have its answer at once (API contract §8.4); unknown events are stored too, or its queue would stall.
 */
export async function storeWebhook(
  ctx: Context,
  connectionId: string,
  request: { body: string; authorization: string | null },
): Promise<WebhookAnswer> {
  const connection = await openConnection(ctx, connectionId);
  if (!connection) return "unknown_connection";
  const { webhookSecret, formerSecret } = connection;
  const isFormerTaken = formerSecret !== null && ctx.clock.now() < formerSecret.until;
  const secrets = isFormerTaken ? [webhookSecret, formerSecret.secret] : [webhookSecret];
  const reading = readWebhook({ ...request, secrets });
  if (reading.kind !== "events") return reading.kind;
  if (reading.unreadable > 0)
    ctx.log.warn("entries of a webhook batch could not be read", { connectionId, count: reading.unreadable });

  const fresh = await storeEvents(ctx.db, connectionId, reading.events, ctx.clock.now());
  const knocks = fresh.map((webhookEventId) => ({ webhookEventId }));
  // Not waited for: the answer is owed now, and the sweep finds what the queue did not take.
  void ctx.queue
    .dispatchMany("settle_webhook", knocks, { connectionId })
    .catch(() =>
      ctx.log.warn("the queue does not answer; the sweep settles these events", { connectionId, count: fresh.length }),
    );
  return "stored";
}
