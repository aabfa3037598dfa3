import type { CallResult } from "../domain/failure.ts";

/**
 * The reading that belongs to a write which has happened. When it fails the whole is uncertain, whatever the reading's own
 * failure says: "unreachable" or "throttled" would mean that nothing was done.
 */
export function afterWrite<T>(write: { durationMs: number }, reading: CallResult<T>): CallResult<T> {
  const durationMs = write.durationMs + reading.durationMs;
  if (reading.ok) return { ...reading, durationMs };
  const { code, message, httpStatus } = reading.failure;
  return {
    ok: false,
    durationMs,
    failure: { kind: "uncertain", code, message, ...(httpStatus === undefined ? {} : { httpStatus }) },
  };
}
