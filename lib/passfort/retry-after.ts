/** Used when a 429 does not say how long to wait. */
export const retryAfterDefaultMs = 5_000;
const waitMinMs = 1_000;
/** Passfort's limits refill within the hour (API contract §1.4); a longer wait is somebody's mistake. */
const waitMaxMs = 3_600_000;

const secondsHeaders = ["x-ratelimit-retry-secs", "x-ratelimit-reset-secs", "retry-after"] as const;

/**
 * How long a 429 asks us to wait, in ms: the first header that holds a number, never under a second or over an hour
 * (API contract §1.4, §11 row 20). Header names are lower case.
 */
export function retryAfterMsOf(headers: Record<string, string>, now: Date): number {
  for (const name of secondsHeaders) {
    const ms = msOf(headers[name]);
    if (ms !== undefined) return bounded(ms);
  }
  const reset = Date.parse(headers["x-ratelimit-reset"] ?? "");
  return bounded(Number.isNaN(reset) ? retryAfterDefaultMs : reset - now.getTime());
}

function msOf(header: string | undefined): number | undefined {
  if (header === undefined || !/^\d+(\.\d+)?$/.test(header.trim())) return undefined;
  return Math.ceil(Number(header) * 1000);
}

function bounded(ms: number): number {
  return Math.min(waitMaxMs, Math.max(waitMinMs, ms));
}
