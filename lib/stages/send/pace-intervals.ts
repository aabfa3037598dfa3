import type { PaceSpan } from "../../domain/chunk-pace.ts";

/** Equal intervals from the launch on: `first` to `last` of them, counted from nought, each so many seconds long. */
export type PaceIntervals = { seconds: number; first: number; last: number };

const minutesBySpan = { quarter_hour: 15, hour: 60, launch: Number.POSITIVE_INFINITY } as const satisfies Record<
  PaceSpan,
  number
>;
/** Seconds that people count in. */
const lengths = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 86_400];
const pointsMax = 60;

/**
 * Cuts the time of a chunk, in ms since 1970, into at most some 60 intervals. They begin at the launch whenever one looks, so that what was
 * shown stands still; the present one is left out until it is whole, or every look would end in a fall. Null: none is whole yet.
 */
export function paceIntervals(
  { launchedAt, endedAt, now }: { launchedAt: number; endedAt: number | null; now: number },
  span: PaceSpan,
): PaceIntervals | null {
  const end = Math.max(launchedAt, endedAt ?? now);
  const from = Math.max(launchedAt, end - minutesBySpan[span] * 60_000);
  const wanted = (end - from) / 1_000 / pointsMax;
  const seconds = lengths.find((length) => length >= wanted) ?? Math.ceil(wanted / 86_400) * 86_400;
  const at = (instant: number) => Math.floor((instant - launchedAt) / 1_000 / seconds);
  const last = endedAt === null ? at(end) - 1 : at(end);
  return last < at(from) ? null : { seconds, first: at(from), last };
}
