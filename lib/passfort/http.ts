import { Pool } from "undici";
import { apiTimeoutMs } from "../domain/lost-call.ts";

/** One call as bytes. `path` begins behind the base URL, for example `/profiles`. */
export type HttpCall = {
  method: "GET" | "POST" | "DELETE";
  path: string;
  query?: Record<string, string> | undefined;
  body?: unknown;
  /** The version to be replaced, verbatim as its `Etag` said (API contract §9). */
  ifMatch?: string | undefined;
  /** For calls that may take longer than the others. */
  timeoutMs?: number | undefined;
};

export type NoAnswerReason = "no_connection" | "timeout" | "connection_lost" | "bad_settings";

/**
 * What came of one call. `hasLeft` is the question everything hangs on: was the request handed to a connection?
 * If not, it certainly did not happen. `text` may be cut short when the connection broke within the answer.
 */
export type HttpAnswer =
  | { kind: "answer"; status: number; headers: Record<string, string>; text: string }
  | { kind: "no_answer"; hasLeft: boolean; reason: NoAnswerReason; detail: string };

export type Http = (call: HttpCall) => Promise<HttpAnswer>;

export type HttpSettings = {
  baseUrl: string;
  apiKey: string;
  timeoutMs?: number;
  connectionsMax?: number;
  answerBytesMax?: number;
};

/** Waiting longer than Passfort works tells nothing new. A call may ask for more. */
export const callTimeoutMs = apiTimeoutMs;
const connectTimeoutMs = 10_000;
const answerBytesMaxDefault = 32 * 1024 * 1024;
/** Below what servers and balancers usually keep, so that a call rarely meets a connection that is being closed. */
const idleMs = 4_000;

/** Makes calls over kept-alive connections. Sends every request at most once; never follows a redirect; never throws. */
export function makeHttp(settings: HttpSettings): Http {
  const opened = openPool(settings);
  if (!opened) {
    return async () => ({
      kind: "no_answer",
      hasLeft: false,
      reason: "bad_settings",
      detail: "The base URL is not an http or https address.",
    });
  }
  const { pool, prefix } = opened;
  const answerBytesMax = settings.answerBytesMax ?? answerBytesMaxDefault;

  return (call) =>
    new Promise<HttpAnswer>((resolve) => {
      const timeoutMs = call.timeoutMs ?? settings.timeoutMs ?? callTimeoutMs;
      let hasLeft = false;
      let isOver = false;
      let abort: ((reason: Error) => void) | undefined;
      let head: { status: number; headers: Record<string, string> } | undefined;
      const chunks: Buffer[] = [];
      let bytes = 0;

      const end = (answer: HttpAnswer) => {
        if (isOver) return;
        isOver = true;
        clearTimeout(timer);
        resolve(answer);
      };
      // Once a status is known it counts, even when the body behind it breaks off.
      const breakOff = (reason: NoAnswerReason, detail: string) =>
        end(head ? { kind: "answer", ...head, text: textOf(chunks) } : { kind: "no_answer", hasLeft, reason, detail });
      const timer = setTimeout(() => {
        breakOff("timeout", `no answer within ${timeoutMs / 1000} s`);
        abort?.(new Error("The call took too long"));
      }, timeoutMs);

      const fail = (error: unknown) => {
        const code = codeOf(error);
        if (code === "UND_ERR_INVALID_ARG")
          return breakOff("bad_settings", "The API key or the address has characters that cannot be sent.");
        if (code.endsWith("_TIMEOUT") && hasLeft) return breakOff("timeout", code);
        return breakOff(hasLeft ? "connection_lost" : "no_connection", code);
      };

      try {
        pool.dispatch(
          {
            method: call.method,
            path: `${prefix}${call.path}${queryText(call.query)}`,
            headers: {
              apikey: settings.apiKey,
              accept: "application/json",
              ...(call.body === undefined ? {} : { "content-type": "application/json" }),
              ...(call.ifMatch === undefined ? {} : { "if-match": call.ifMatch }),
            },
            body: call.body === undefined ? null : JSON.stringify(call.body),
            headersTimeout: timeoutMs,
            bodyTimeout: timeoutMs,
          },
          {
            onRequestStart(controller) {
              // Timed out while waiting for a free connection, or about to be sent again by the pool: neither may go out.
              if (isOver || hasLeft) return controller.abort(new Error("This call is not to be sent"));
              hasLeft = true;
              abort = (reason) => controller.abort(reason);
            },
            onResponseStart(_controller, status, headers) {
              if (status >= 200) head = { status, headers: flat(headers) };
            },
            onResponseData(controller, chunk) {
              bytes += chunk.length;
              if (bytes > answerBytesMax) return controller.abort(new Error("The answer is too large"));
              chunks.push(chunk);
            },
            onResponseEnd: () => breakOff("connection_lost", "the answer had no status"),
            onResponseError: (_controller, error) => fail(error),
          },
        );
      } catch (error) {
        fail(error);
      }
    });
}

function openPool(settings: HttpSettings): { pool: Pool; prefix: string } | undefined {
  const url = URL.parse(settings.baseUrl);
  if (!url || !["http:", "https:"].includes(url.protocol)) return undefined;
  const timeoutMs = settings.timeoutMs ?? callTimeoutMs;
  const pool = new Pool(url.origin, {
    connections: settings.connectionsMax ?? 10,
    connectTimeout: Math.min(connectTimeoutMs, timeoutMs),
    keepAliveTimeout: idleMs,
    // One request per connection at a time, so that a broken connection leaves exactly one call in doubt.
    pipelining: 1,
    allowH2: false,
  });
  return { pool, prefix: url.pathname.replace(/\/+$/, "") };
}

function queryText(query: Record<string, string> | undefined): string {
  const text = new URLSearchParams(query).toString();
  return text === "" ? "" : `?${text}`;
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
}

function textOf(chunks: Buffer[]): string {
  return Buffer.concat(chunks).toString("utf8");
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return error instanceof Error ? error.name : "unknown";
}
