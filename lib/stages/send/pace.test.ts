import fc from "fast-check";
import { expect, test } from "vitest";
import { etaSecondsOf, pacePerMinuteOf } from "./pace.ts";

test("before the first client has ended there is no pace, and while nothing moves there is no estimate", () => {
  expect(pacePerMinuteOf({ lastMinute: 0, lastFiveMinutes: 0, sinceLaunchMs: 5_000 }, 0)).toBeNull();
  expect(etaSecondsOf({ lastMinute: 0, lastFiveMinutes: 40, sinceLaunchMs: 400_000 }, 10)).toBeNull();
});

test("a chunk launched half a minute ago is not taken for half as fast as it is", () => {
  expect(pacePerMinuteOf({ lastMinute: 30, lastFiveMinutes: 30, sinceLaunchMs: 30_000 }, 30)).toBe(60);
});

test("an estimate is a range that holds the time the present pace would need", () => {
  const count = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(count, count, fc.integer({ min: 1, max: 1_000_000 }), (lastMinute, earlier, left) => {
      const eta = etaSecondsOf({ lastMinute, lastFiveMinutes: lastMinute + earlier, sinceLaunchMs: 600_000 }, left);
      const needed = (left / lastMinute) * 60;
      expect(eta?.from).toBeLessThanOrEqual(needed);
      expect(eta?.to).toBeGreaterThanOrEqual(needed);
    }),
  );
});
