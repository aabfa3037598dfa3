export type HistoryPoint = { at: string; created: number; failed: number };

/** The points of the chart: it begins at the launch with nothing done, so that the first step has something to rise from. */
export function historyPoints(launchedAt: string | null, history: readonly HistoryPoint[]): HistoryPoint[] {
  return launchedAt === null ? [...history] : [{ at: launchedAt, created: 0, failed: 0 }, ...history];
}

/** Time of day with seconds, in the viewer's zone or the one given: `14:05:09`. */
export function timeOfDay(at: string, timeZone?: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(new Date(at));
}
