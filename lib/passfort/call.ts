import type { z } from "zod";
import type { CallResult, Failure } from "../domain/failure.ts";
import { classify, type Effect, unreadable } from "./classify.ts";
import type { Http, HttpCall } from "./http.ts";

/** What the client needs of a log: one sentence with ids and codes. */
export type CallLog = {
  info(sentence: string, ids?: Record<string, string | number | boolean | null | undefined>): void;
};

export type Caller = { connectionId: string; http: Http; log: CallLog; now: () => Date };

export type Call<Shape extends z.ZodType> = HttpCall & {
  /** Our word for the call, for the log. */
  name: string;
  effect: Effect;
  answer: Shape;
  /** What of the request is personal, when it is not the body: a search term. */
  sent?: unknown;
  profileId?: string;
};

/** One call, classified, read and logged. Never throws and never tries again: that is the delivery's decision. */
export async function makeCall<Shape extends z.ZodType>(
  caller: Caller,
  call: Call<Shape>,
): Promise<CallResult<z.infer<Shape>>> {
  const startedAt = caller.now();
  const answer = await caller.http({ method: call.method, path: call.path, query: call.query, body: call.body });
  const endedAt = caller.now();
  const durationMs = Math.max(0, endedAt.getTime() - startedAt.getTime());
  const httpStatus = answer.kind === "answer" ? answer.status : undefined;

  const log = (outcome: string, code?: string) =>
    caller.log.info("passfort called", {
      connectionId: caller.connectionId,
      call: call.name,
      profileId: call.profileId,
      outcome,
      httpStatus,
      code,
      durationMs,
    });
  const failed = (failure: Failure): CallResult<z.infer<Shape>> => {
    log(failure.kind, failure.code);
    return { ok: false, failure, durationMs };
  };

  const classified = classify(answer, { effect: call.effect, now: endedAt, sent: call.sent ?? call.body });
  if (!classified.ok) return failed(classified.failure);
  const parsed = call.answer.safeParse(classified.json);
  if (!parsed.success) return failed(unreadable(call.effect, httpStatus ?? 0));
  log("accepted");
  return { ok: true, value: parsed.data, durationMs };
}
