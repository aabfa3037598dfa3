import type { LimitSeen } from "./call-limit.ts";

/**
 * What can come of one call to Passfort that did not succeed. Only `lib/passfort/classify.ts` knows codes.
 * `sentence` is for people; `code` is Passfort's error code (API contract §1.5) or our own word; `message` is Passfort's own, redacted.
 */
export type Failure =
  /** Passfort will not take this data: a person must correct it. */
  | { kind: "refused"; httpStatus?: number; code: string; message: string; field?: string }
  /** Wait, then the same call again; nothing was done. */
  | { kind: "throttled"; retryAfterMs: number; code: string; message: string; httpStatus?: number }
  /** The call certainly did not happen. */
  | { kind: "unreachable"; code: string; message: string; httpStatus?: number }
  /** The call may have happened: look up, never send blindly. */
  | { kind: "uncertain"; code: string; message: string; httpStatus?: number }
  /** Key or account not usable: stop the chunk, tell a person. */
  | { kind: "halted"; code: string; message: string; httpStatus?: number };

/** The code of a call that was not made because its chunk does not run any more: unreachable, for nothing was done. */
export const notRunningCode = "not_running";

/** `limit`: what the answer said of the limit its call falls under; absent where a call is not limited. */
export type CallResult<T> =
  | { ok: true; value: T; durationMs: number; limit?: LimitSeen | undefined }
  | { ok: false; failure: Failure; durationMs: number; limit?: LimitSeen | undefined };
