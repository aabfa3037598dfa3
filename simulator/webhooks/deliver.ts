import type { Webhook } from "../config.ts";
import type { Message } from "./message.ts";

export type Attempt = { at: string; messageId: string; event: string; status: number | null; problem?: string };

/** One POST. The secret travels in the body and as a Bearer header, and there is no signature (API contract §8.3). */
export async function deliver(
  fetch: typeof globalThis.fetch,
  webhook: Webhook,
  message: Message,
  now: number,
): Promise<Attempt> {
  const attempt = { at: new Date(now).toISOString(), messageId: message.id, event: message.event };
  const { id, event, timestamp, data } = message;
  try {
    const answer = await fetch(webhook.endpoint ?? "", {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${webhook.secret}` },
      body: JSON.stringify({ id, event, secret: webhook.secret, timestamp, data }),
      signal: AbortSignal.timeout(webhook.timeoutMs),
      redirect: "manual",
    });
    await answer.body?.cancel();
    return { ...attempt, status: answer.status };
  } catch (cause) {
    return { ...attempt, status: null, problem: problemOf(cause) };
  }
}

function problemOf(cause: unknown): string {
  if (cause instanceof DOMException && cause.name === "TimeoutError") return "no answer in time";
  const inner = cause instanceof Error ? cause.cause : undefined;
  const code = inner instanceof Error && "code" in inner ? String(inner.code) : undefined;
  return code ? `could not be reached (${code})` : "could not be reached";
}
