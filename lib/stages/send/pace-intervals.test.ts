import fc from "fast-check";
import { expect, test } from "vitest";
import { paceSpans } from "../../domain/chunk-pace.ts";
import { paceIntervals } from "./pace-intervals.ts";

const launchedAt = Date.parse("2026-11-23T10:00:00Z");
const after = (seconds: number) => launchedAt + seconds * 1_000;

test("a chunk that was just launched has no whole interval yet; five seconds later it has one", () => {
  expect(paceIntervals({ launchedAt, endedAt: null, now: after(4) }, "launch")).toBeNull();
  expect(paceIntervals({ launchedAt, endedAt: null, now: after(5) }, "launch")).toEqual({
    seconds: 5,
    first: 0,
    last: 0,
  });
});

test("the last quarter of an hour is shown by the quarter of a minute, and ends with the last whole one", () => {
  expect(paceIntervals({ launchedAt, endedAt: null, now: after(3_607) }, "quarter_hour")).toEqual({
    seconds: 15,
    first: 180,
    last: 239,
  });
});

test("a chunk that has ended is shown to its end, however short its last interval is", () => {
  expect(paceIntervals({ launchedAt, endedAt: after(12), now: after(9_000) }, "hour")).toEqual({
    seconds: 5,
    first: 0,
    last: 2,
  });
});

test("for any chunk there are at most 62 intervals, they reach to its end but for the one that is not whole, and none lies before its launch", () => {
  const seconds = fc.integer({ min: 0, max: 40 * 86_400 });
  fc.assert(
    fc.property(seconds, fc.boolean(), fc.constantFrom(...paceSpans), (lasted, hasEnded, span) => {
      const found = paceIntervals({ launchedAt, endedAt: hasEnded ? after(lasted) : null, now: after(lasted) }, span);
      if (!found) {
        expect(lasted).toBeLessThan(5);
        return;
      }
      const { seconds: each, first, last } = found;
      expect(last - first + 1).toBeLessThanOrEqual(62);
      expect(first).toBeGreaterThanOrEqual(0);
      const shownTo = (last + 1) * each;
      expect(hasEnded ? shownTo > lasted : shownTo <= lasted && shownTo + each > lasted).toBe(true);
    }),
  );
});
