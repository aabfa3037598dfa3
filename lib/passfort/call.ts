import type { z } from "zod";
import { type CallResult, type Failure, notRunningCode } from "../domain/failure.ts";
import { type CallContext, classify, type Effect, unreadable } from "./classify.ts";
import type { Http, HttpCall } from "./http.ts";
import { limitSeenOf } from "./limit-seen.ts";
import { withoutId } from "./unsendable.ts";

/** What the client needs of a log: one sentence with ids and codes. */
export type CallLog = {
  info(sentence: string, ids?: Record<string, string | number | boolean | null | undefined>): void;
};

export type Caller = {
  connectionId: string;
  http: Http;
  log: CallLog;
  now: () => Date;
  /** Waits between two tries to write over somebody else's change. */
  pause: (ms: number) => Promise<void>;
  /** Asked before every call; a no, and it does not leave. Absent: every call may. */
  mayCall?: (() => Promise<boolean>) | undefined;
};

export type Call<Shape extends z.ZodType> = HttpCall & {
  /** Our word for the call, for the log. */
  name: string;
  effect: Effect;
  answer: Shape;
  /** What of the request is personal, when it is not the body: a search term. */
  sent?: unknown;
  profileId?: string;
  /** The id of what the call is about within the profile: a task, an application. */
  subjectId?: string;
  resource?: CallContext["resource"];
  /** Statuses beside 2xx that are an outcome of this call and no failure. */
  outcomes?: CallContext["outcomes"];
};

/** What was answered, with its ETag. */
export type Accepted<T> = { kind: "accepted"; body: T; etag: string | null };
/** One of the call's own statuses; the body is null when it is something else than the call's answer. */
export type CallOutcome<T> = { kind: "outcome"; status: number; body: T | null; etag: string | null };

/** One call, classified, read and logged. Never throws and never tries again: that is the delivery's decision. */
export async function makeCall<Shape extends z.ZodType>(
  caller: Caller,
  call: Call<Shape> & { outcomes?: undefined },
): Promise<CallResult<z.infer<Shape>>> {
  return mapped(await exchange(caller, call), ({ body }) => body);
}

/** The same, with the ETag and with the statuses that are an outcome. */
export function exchange<Shape extends z.ZodType>(
  caller: Caller,
  call: Call<Shape> & { outcomes?: undefined },
): Promise<CallResult<Accepted<z.infer<Shape>>>>;
export function exchange<Shape extends z.ZodType>(
  caller: Caller,
  call: Call<Shape>,
): Promise<CallResult<Accepted<z.infer<Shape>> | CallOutcome<z.infer<Shape>>>>;
export async function exchange<Shape extends z.ZodType>(
  caller: Caller,
  call: Call<Shape>,
): Promise<CallResult<Accepted<z.infer<Shape>> | CallOutcome<z.infer<Shape>>>> {
  // An empty id would make a call about something else: `/profiles/` is a search.
  if (/\/\.{0,2}(\/|$)/.test(call.path)) return withoutId;
  if (caller.mayCall && !(await caller.mayCall())) return notRunning;
  const startedAt = caller.now();
  const { method, path, query, body, ifMatch, timeoutMs } = call;
  const answer = await caller.http({ method, path, query, body, ifMatch, timeoutMs });
  const endedAt = caller.now();
  const durationMs = Math.max(0, endedAt.getTime() - startedAt.getTime());
  const status = answer.kind === "answer" ? answer.status : 0;
  const etag = (answer.kind === "answer" && answer.headers.etag) || null;
  const limit = answer.kind === "answer" ? limitSeenOf(answer.headers) : undefined;
  const took = limit ? { durationMs, limit } : { durationMs };

  const ended = (outcome: string, ids: { code?: string; resultId?: string | undefined } = {}) =>
    logCall(caller, call, { outcome, ...ids, durationMs, ...(status === 0 ? {} : { httpStatus: status }) });
  const failed = (failure: Failure): CallResult<never> => {
    ended(failure.kind, { code: failure.code });
    return { ok: false, failure, ...took };
  };

  const { effect, resource, outcomes, sent = body } = call;
  const classified = classify(answer, { effect, now: endedAt, sent, resource, outcomes });
  if (!classified.ok) return failed(classified.failure);
  const parsed = call.answer.safeParse(classified.json);
  if (outcomes?.includes(status)) {
    ended(`outcome_${status}`);
    return { ok: true, value: { kind: "outcome", status, body: parsed.data ?? null, etag }, ...took };
  }
  if (!parsed.success) return failed(unreadable(effect, status));
  ended("accepted", effect === "write" ? { resultId: madeIdOf(parsed.data) } : {});
  return { ok: true, value: { kind: "accepted", body: parsed.data, etag }, ...took };
}

const notRunning: CallResult<never> = {
  ok: false,
  durationMs: 0,
  failure: { kind: "unreachable", code: notRunningCode, message: "No call was made: its chunk does not run any more." },
};

/** One line for each call: our words for it, ids, codes and how long it took. */
function logCall(
  { log, connectionId }: Caller,
  { name, profileId, subjectId }: Call<z.ZodType>,
  end: { outcome: string; httpStatus?: number; code?: string; resultId?: string | undefined; durationMs: number },
): void {
  log.info("passfort called", { connectionId, call: name, profileId, subjectId, ...end });
}

/** The id of what a write made. Only what is an id for certain: it goes into the log. */
function madeIdOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null || !("id" in body)) return undefined;
  const { id } = body;
  return typeof id === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id : undefined;
}

export function mapped<From, To>(result: CallResult<From>, change: (value: From) => To): CallResult<To> {
  return result.ok ? { ...result, value: change(result.value) } : result;
}

/** A path below the base URL. Ids are escaped, so that none can lead a call to another path. */
export function pathOf(...segments: string[]): string {
  return segments.map((segment) => `/${encodeURIComponent(segment.toWellFormed())}`).join("");
}
