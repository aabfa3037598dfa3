import type { CallsOfInterval, ChunkLimit, EndedOfInterval, FlightOfInterval } from "../../domain/chunk-pace.ts";
import type { PaceIntervals } from "./pace-intervals.ts";

export type PacePoint = {
  /** The end of the interval, ISO 8601. */
  at: string;
  /** Clients that came to an end in it, and what that is a minute. */
  clients: number;
  perMinute: number;
  /** Calls that left in it, and how long 95 % of its creates took at most, in ms; null: none was answered. */
  calls: number;
  p95Ms: number | null;
  /** The most calls in flight at once, and the most that were allowed. */
  inFlight: number;
  processes: number;
};

type Seen = {
  launchedAt: number;
  endedAt: number | null;
  ended: readonly EndedOfInterval[];
  calls: readonly CallsOfInterval[];
  /** Also of the intervals before the first, whose calls may still be in flight in it. */
  flight: readonly FlightOfInterval[];
  /** In the order of time; none of a chunk that was launched before they were written down. */
  limits: readonly ChunkLimit[];
  /** As many as may run now. */
  present: number;
};

/** One point for each interval, also for those in which nothing happened. Instants in ms since 1970. */
export function pacePoints({ seconds, first, last }: PaceIntervals, seen: Seen): PacePoint[] {
  const endedIn = byInterval(seen.ended);
  const callsIn = byInterval(seen.calls);
  const flightIn = byInterval(seen.flight);
  const startOf = (interval: number) => seen.launchedAt + interval * seconds * 1_000;
  let standing = 0;
  for (const { interval, change } of seen.flight) if (interval < first) standing += change;

  return Array.from({ length: last - first + 1 }, (_, index) => {
    const interval = first + index;
    const until = Math.min(startOf(interval + 1), seen.endedAt ?? Number.POSITIVE_INFINITY);
    const clients = endedIn.get(interval)?.clients ?? 0;
    const calls = callsIn.get(interval);
    const flight = flightIn.get(interval);
    const inFlight = Math.max(standing, flight?.most ?? 0);
    standing += flight?.change ?? 0;
    return {
      at: new Date(until).toISOString(),
      clients,
      perMinute: (clients * 60_000) / Math.max(1_000, until - startOf(interval)),
      calls: calls?.calls ?? 0,
      p95Ms: calls?.p95Ms ?? null,
      inFlight,
      processes: mostAllowed(seen.limits, startOf(interval), until) ?? seen.present,
    };
  });
}

const byInterval = <Row extends { interval: number }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.interval, row]));

/** The highest limit that held at any moment of the time; null: none is known. */
function mostAllowed(limits: readonly ChunkLimit[], from: number, until: number): number | null {
  const before = limits.filter((limit) => limit.from.getTime() <= from).at(-1);
  const within = limits.filter((limit) => limit.from.getTime() > from && limit.from.getTime() < until);
  const all = [...(before ? [before] : []), ...within].map(({ processes }) => processes);
  return all.length === 0 ? null : Math.max(...all);
}
