import { attemptMachine } from "../domain/attempt.ts";
import type { Failure } from "../domain/failure.ts";
import type { Db } from "./client.ts";
import { transition } from "./transition.ts";

type Closing = { attemptId: string; now: Date; durationMs: number };

/** Closes an attempt that did not succeed, with Passfort's own (redacted) words. False: somebody closed it before us. */
export async function closeAttempt(db: Db, failure: Failure, closing: Closing): Promise<boolean> {
  return transition(db, attemptMachine, {
    id: closing.attemptId,
    from: "open",
    to: failure.kind,
    byId: null,
    because: failure.code,
    set: {
      httpStatus: failure.httpStatus ?? null,
      code: failure.code,
      message: failure.message.slice(0, 2000),
      closedAt: closing.now,
      durationMs: Math.round(closing.durationMs),
    },
  });
}
