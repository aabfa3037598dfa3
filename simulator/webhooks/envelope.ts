import type { Webhook } from "../config.ts";
import type { Message } from "./message.ts";

/**
 * The body of one request. The secret is part of every message (API contract §8.2). How a batch is written is not
 * published: an array of messages, or by the switch `batchShape` an object with `events` (§11, 10).
 */
export function bodyOf(webhook: Webhook, messages: Message[]): unknown {
  const envelopes = messages.map(({ id, event, timestamp, data }) => ({
    id,
    event,
    secret: webhook.secret,
    timestamp,
    data,
  }));
  if (!webhook.batching) return envelopes[0];
  return webhook.batchShape === "array" ? envelopes : { events: envelopes };
}
