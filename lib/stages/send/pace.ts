/** What happened lately, in deliveries that came to an end. */
export type Lately = { lastMinute: number; lastFiveMinutes: number; sinceLaunchMs: number | null };

/**
 * Deliveries per minute over the last minute, or over the time since launch when that is shorter. Null before the first
 * has ended: a pace of nothing is no pace.
 */
export function pacePerMinuteOf(lately: Lately, everFinished: number): number | null {
  if (everFinished === 0 || lately.sinceLaunchMs === null) return null;
  return perMinute(lately.lastMinute, lately.sinceLaunchMs, 60_000);
}

/** Seconds that are left, as a range between the better and the worse of two paces, a little widened. Null when nothing moves. */
export function etaSecondsOf(lately: Lately, left: number): { from: number; to: number } | null {
  if (lately.sinceLaunchMs === null || left === 0 || lately.lastMinute === 0) return null;
  const paces = [
    perMinute(lately.lastMinute, lately.sinceLaunchMs, 60_000),
    perMinute(lately.lastFiveMinutes, lately.sinceLaunchMs, 300_000),
  ];
  return {
    from: Math.floor((left / Math.max(...paces)) * 60 * 0.9),
    to: Math.ceil((left / Math.min(...paces)) * 60 * 1.2),
  };
}

const perMinute = (count: number, sinceLaunchMs: number, windowMs: number) =>
  (count * 60_000) / Math.max(1_000, Math.min(windowMs, sinceLaunchMs));
