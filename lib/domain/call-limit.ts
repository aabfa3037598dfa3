/** The calls that Passfort limits, each with a bucket of its own (API contract §1.4). */
export const limitedCalls = ["create", "replace_data"] as const;
export type LimitedCall = (typeof limitedCalls)[number];

/** What Passfort documents for each of them, an hour. */
export const documentedPerHour = 10_000;

/** What an answer said of the limit its call falls under: whole calls left, and ms until the bucket is full (given in whole seconds). */
export type LimitSeen = { remaining: number; resetMs: number };

/** What is left of a mirrored bucket at a time (ms since 1970): calls that could leave at once, were there no others on their way. */
export function tokensOf(limit: { intervalMs: number; burst: number; arrivalMs: number }, now: number): number {
  const fullAfterMs = Math.max(0, limit.arrivalMs - now);
  return fullAfterMs === 0 ? limit.burst : limit.burst - fullAfterMs / limit.intervalMs;
}
