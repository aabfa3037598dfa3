import type { Limit } from "../config.ts";

/** Many small additions to a date of 13 digits lose fractions; they must not cost the last request of a full bucket. */
const TOLERANCE_MS = 1;

/**
 * GCRA: a bucket of `burst` requests that starts full and refills continuously at `perHour` (API contract §1.4).
 * The state is one number, the theoretical arrival time in ms of the request after the last one; a rejected request
 * leaves it alone, so knocking on a closed door never makes the wait longer.
 */
export type Reckoning = {
  isAllowed: boolean;
  arrivalMs: number;
  /** Whole requests that could be sent at once from now. */
  remaining: number;
  /** Milliseconds to a full bucket. */
  resetMs: number;
  /** Milliseconds to wait; 0 when allowed. */
  retryMs: number;
};

export function reckon(limit: Limit, arrivalBefore: number | undefined, now: number): Reckoning {
  const intervalMs = 3_600_000 / limit.perHour;
  const capacityMs = intervalMs * limit.burst;
  const arrival = Math.max(arrivalBefore ?? now, now);
  const arrivalAfter = arrival + intervalMs;
  const retryMs = arrivalAfter - capacityMs - now;
  const isAllowed = retryMs <= TOLERANCE_MS;
  const arrivalMs = isAllowed ? arrivalAfter : arrival;
  const remaining = Math.max(0, Math.floor((capacityMs - (arrivalMs - now) + TOLERANCE_MS) / intervalMs));
  return { isAllowed, arrivalMs, remaining, resetMs: arrivalMs - now, retryMs: isAllowed ? 0 : retryMs };
}

/** Whole seconds, rounded up: a client that waits exactly as told is let in. */
export function rateLimitHeaders(reckoning: Reckoning, now: number): Record<string, string> {
  const headers: Record<string, string> = {
    "X-RateLimit-Remaining": String(reckoning.remaining),
    "X-RateLimit-Reset-Secs": String(Math.ceil(reckoning.resetMs / 1000)),
    "X-RateLimit-Reset": new Date(now + reckoning.resetMs).toUTCString().replace("GMT", "+0000"),
  };
  if (!reckoning.isAllowed)
    headers["X-RateLimit-Retry-Secs"] = String(Math.max(1, Math.ceil(reckoning.retryMs / 1000)));
  return headers;
}
