import type { LimitSeen } from "../domain/call-limit.ts";

/** What an answer says of the limit its call falls under; undefined: the call is not limited (API contract §1.4). Header names are lower case. */
export function limitSeenOf(headers: Record<string, string>): LimitSeen | undefined {
  const remaining = wholeNumberOf(headers["x-ratelimit-remaining"]);
  const resetSeconds = wholeNumberOf(headers["x-ratelimit-reset-secs"]);
  if (remaining === undefined || resetSeconds === undefined) return undefined;
  return { remaining, resetMs: resetSeconds * 1000 };
}

function wholeNumberOf(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,9}(\.\d+)?$/.test(header.trim()) ? Math.floor(Number(header)) : undefined;
}
