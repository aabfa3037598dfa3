import type { Clock } from "../clock.ts";
import type { Webhook } from "../config.ts";
import { bodyOf } from "./envelope.ts";
import type { Message } from "./message.ts";

export type Attempt = {
  /** ISO time at which the request left. */
  at: string;
  /** Id and event of the first message in the request. */
  messageId: string;
  event: string;
  /** How many messages the request held; more than one only with batching. */
  messages: number;
  status: number | null;
  problem?: string;
};

/** What a delivery needs from outside. */
export type Wire = { clock: Clock; fetch: typeof globalThis.fetch };

/**
 * One POST with one message, or with a batch. The secret travels in the body and as a Bearer header, and there is no
 * signature (API contract §8.3). The time allowed is time of the simulator's clock.
 */
export async function deliver(
  { clock, fetch }: Wire,
  webhook: Webhook,
  first: Message,
  others: Message[],
): Promise<Attempt> {
  const attempt = {
    at: new Date(clock.now()).toISOString(),
    messageId: first.id,
    event: first.event,
    messages: 1 + others.length,
  };
  const timeout = new AbortController();
  const callOff = clock.after(webhook.timeoutMs, () => timeout.abort());
  try {
    const answer = await fetch(webhook.endpoint ?? "", {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${webhook.secret}` },
      body: JSON.stringify(bodyOf(webhook, [first, ...others])),
      signal: timeout.signal,
      redirect: "manual",
    });
    await answer.body?.cancel();
    return { ...attempt, status: answer.status };
  } catch (cause) {
    return { ...attempt, status: null, problem: timeout.signal.aborted ? "no answer in time" : problemOf(cause) };
  } finally {
    callOff();
  }
}

function problemOf(cause: unknown): string {
  const inner = cause instanceof Error ? cause.cause : undefined;
  const code = inner instanceof Error && "code" in inner ? String(inner.code) : undefined;
  return code ? `could not be reached (${code})` : "could not be reached";
}
