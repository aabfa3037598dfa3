/** First wait, longest wait. */
export const backOffMs = { first: 2_000, longest: 60_000 } as const;

/**
 * How long to wait before try number `tries` + 1, in ms: doubling, at most a minute, and spread over its upper half so
 * that clients refused together do not come back together.
 * @param tries calls that failed so far, at least 1
 * @param random 0 ≤ random < 1
 */
export function backOffOf(tries: number, random: number): number {
  const whole = Math.min(backOffMs.first * 2 ** (tries - 1), backOffMs.longest);
  return Math.round(whole / 2 + (whole / 2) * random);
}
