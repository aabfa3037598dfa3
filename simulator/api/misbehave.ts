import { setTimeout as sleep } from "node:timers/promises";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { ApiContext } from "./api-context.ts";
import type { FaultRule } from "./fault-plan.ts";
import type { Answer } from "./operation.ts";

/** Faults that answer without carrying out the call. */
export const FAILS_BEFORE: ReadonlySet<FaultRule["kind"]> = new Set(["429", "500", "502_html", "errors_in_200"]);

export function failure(fault: FaultRule): Answer {
  if (fault.kind === "429") {
    const retrySecs = fault.retrySecs ?? 1;
    const headers = {
      "X-RateLimit-Remaining": "0",
      "X-RateLimit-Reset-Secs": String(retrySecs),
      "X-RateLimit-Retry-Secs": String(retrySecs),
    };
    return { status: 429, headers, body: errors(501, "Too many requests (ordered).") };
  }
  if (fault.kind === "errors_in_200") return { status: 200, body: errors(fault.code ?? 201, "Not done (ordered).") };
  return { status: fault.kind === "500" ? 500 : 502, body: errors(401, "Unknown internal error (ordered).") };
}

/** Cuts the connection without a word. */
export function dropConnection(c: ApiContext): Response {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** The answer in a form that the fault asks for, or nothing when it goes out as it is. */
export async function brokenAnswer(c: ApiContext, fault: FaultRule, answer: Answer): Promise<Response | undefined> {
  const status = answer.status ?? 200;
  const text = answer.body instanceof Uint8Array ? new TextDecoder().decode(answer.body) : JSON.stringify(answer.body);
  const headers = { "content-type": "application/json", ...answer.headers };
  switch (fault.kind) {
    case "502_html":
      return new Response(BAD_GATEWAY, { status: 502, headers: { "content-type": "text/html" } });
    case "truncated_json":
      return new Response(text.slice(0, Math.floor(text.length / 2)), { status, headers });
    case "trickle":
      await trickle(c, status, headers, text, fault.ms ?? 10_000);
      return RESPONSE_ALREADY_SENT;
    default:
      return undefined;
  }
}

const TRICKLE_PIECES = 20;

async function trickle(
  c: ApiContext,
  status: number,
  headers: Record<string, string>,
  text: string,
  ms: number,
): Promise<void> {
  const { outgoing } = c.env;
  outgoing.writeHead(status, headers);
  const size = Math.ceil(text.length / TRICKLE_PIECES);
  for (let at = 0; at < text.length && !outgoing.destroyed; at += size) {
    outgoing.write(text.slice(at, at + size));
    await sleep(ms / TRICKLE_PIECES);
  }
  outgoing.end();
}

const BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";

function errors(code: number, message: string) {
  return { errors: [{ code, message, source: "ENGINE", info: {} }] };
}
