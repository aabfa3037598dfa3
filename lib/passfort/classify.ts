import type { Failure } from "../domain/failure.ts";
import { type AnswerError, answerErrorsOf } from "./answer-errors.ts";
import { fieldOfPath } from "./field-of-path.ts";
import type { HttpAnswer, NoAnswerReason } from "./http.ts";
import { redact } from "./redact.ts";
import { retryAfterMsOf } from "./retry-after.ts";

/** A read may be repeated at will; a write whose answer is lost may have happened. */
export type Effect = "read" | "write";

export type CallContext = {
  effect: Effect;
  now: Date;
  /** What we sent, so that its values are taken out of messages. */
  sent?: unknown;
  /** On a check `errors` is a normal field: troubles of a provider, not of the call (API contract §1.5). */
  resource?: "plain" | "check" | undefined;
  /** Statuses beside 2xx that are an outcome of this call and no failure: 412. */
  outcomes?: readonly number[] | undefined;
};

export type Classified = { ok: true; json: unknown } | { ok: false; failure: Failure };

/** Turns what came of a call into success or one of our failures (API contract §1.5). The only place that knows codes. */
export function classify(answer: HttpAnswer, context: CallContext): Classified {
  if (answer.kind === "no_answer") return no(noAnswer(answer.reason, answer.hasLeft, answer.detail, context.effect));

  const { status } = answer;
  // 204 is a yes that says nothing more; only a call that expects nothing can read it.
  const json = status === 204 ? null : jsonOf(answer.text);
  const errors = isCheckMade(json, status, context) ? [] : answerErrorsOf(json, status);
  const said = (kind: "halted" | "unreachable" | "uncertain"): Failure => ({
    kind,
    code: codeOf(errors, status),
    message: messageOf(errors, status, context),
    httpStatus: status,
  });

  if (status === 429) {
    const retryAfterMs = retryAfterMsOf(answer.headers, context.now);
    return no({
      kind: "throttled",
      retryAfterMs,
      code: "http_429",
      message: messageOf(errors, status, context),
      httpStatus: status,
    });
  }
  if (status === 401 || status === 403 || errors.some(({ code }) => isHalting(code, status))) return no(said("halted"));
  // Passfort does not redirect: another server stands at this address.
  if (status >= 300 && status < 400) return no(said("halted"));
  if (context.outcomes?.includes(status)) return { ok: true, json };
  if (status >= 500 || status === 408 || errors.some(({ code }) => transientCodes.has(code)))
    return no(said(inDoubt(context.effect)));
  if (status >= 400) return no(refusal(errors, status, context));

  if (errors.length > 0) {
    // A body with errors and an id: something was made after all, and a refusal would make a second one later.
    return no(context.effect === "write" && hasId(json) ? said("uncertain") : refusal(errors, status, context));
  }
  if (json === undefined) return no(unreadable(context.effect, status));
  return { ok: true, json };
}

/** An answer that says yes in a shape we cannot read, or that breaks off: what it stood for is in doubt. */
export function unreadable(effect: Effect, httpStatus: number): Failure {
  const message = `Passfort answered ${httpStatus}, but the answer cannot be read.`;
  return { kind: inDoubt(effect), code: "unreadable_answer", message, httpStatus };
}

// 203 MISSING_API_KEY, 204 INVALID_API_KEY; 104 CHARGEABLE_LIMIT_REACHED; 502 PROCESS_NOT_SETUP: no client would get through until a person acts.
const haltingCodes = new Set(["104", "203", "204", "502"]);
/** Something between us and Passfort may put the status 502 into its body: that is no code of Passfort's. */
const isHalting = (code: string, status: number) => haltingCodes.has(code) && String(status) !== code;
// 3xx are transient by definition; 401 UNKNOWN_INTERNAL_ERROR is Passfort's own trouble, not the data's.
const transientCodes = new Set(["301", "302", "303", "401"]);

const no = (failure: Failure): Classified => ({ ok: false, failure });
const inDoubt = (effect: Effect) => (effect === "write" ? "uncertain" : "unreachable");

const noAnswerSentences: Record<NoAnswerReason, string> = {
  no_connection: "Passfort could not be reached",
  timeout: "Passfort did not answer in time",
  connection_lost: "The connection to Passfort broke before the answer came",
  bad_settings: "The connection's settings cannot be used",
};

function noAnswer(reason: NoAnswerReason, hasLeft: boolean, detail: string, effect: Effect): Failure {
  const message = `${noAnswerSentences[reason]} (${detail.replace(/\.$/, "")}).`;
  if (reason === "bad_settings") return { kind: "halted", code: reason, message };
  return { kind: hasLeft ? inDoubt(effect) : "unreachable", code: reason, message };
}

function refusal(errors: AnswerError[], status: number, context: CallContext): Failure {
  const field = errors
    .map(({ place }) => place && fieldOfPath(place))
    // A place that is really a value we sent would be kept beside the message.
    .find((found) => found && redact(found, context.sent) === found);
  return {
    kind: "refused",
    httpStatus: status,
    code: codeOf(errors, status),
    message: messageOf(errors, status, context),
    ...(field ? { field } : {}),
  };
}

/** One by one they are put right; a hundred at once are not read. */
const errorsToldMax = 10;

function codeOf(errors: AnswerError[], status: number): string {
  return errors.find(({ code }) => code !== "")?.code ?? `http_${status}`;
}

function messageOf(errors: AnswerError[], status: number, { sent }: CallContext): string {
  const words = errors
    .map(({ message }) => message)
    .filter((message) => message.trim() !== "")
    .slice(0, errorsToldMax);
  if (words.length > 0) return redact(words.join(" "), sent);
  if (status >= 300 && status < 400)
    return `The base URL answers with a redirect (${status}); check the connection's address.`;
  return `Passfort answered ${status} without saying why.`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A check that carries its id exists, whatever its provider had to complain about. */
function isCheckMade(json: unknown, status: number, { resource }: CallContext): boolean {
  return resource === "check" && status < 300 && hasId(json);
}

function hasId(json: unknown): boolean {
  return typeof json === "object" && json !== null && "id" in json && typeof json.id === "string";
}
