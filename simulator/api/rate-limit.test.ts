import fc from "fast-check";
import { expect, test } from "vitest";
import { reckon } from "./rate-limit.ts";

const limits = fc.record({ perHour: fc.integer({ min: 1, max: 100_000 }), burst: fc.integer({ min: 1, max: 500 }) });
/** Times of today have 13 digits, where floating point is coarse. */
const NOON = Date.UTC(2026, 10, 23, 12);

const gapsMs = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 200 });

test("in no stretch of time are more let in than the burst plus what the rate allows", () => {
  fc.assert(
    fc.property(limits, gapsMs, (limit, gaps) => {
      const allowedAt: number[] = [];
      let arrival: number | undefined;
      let now = NOON;
      for (const gap of gaps) {
        now += gap;
        const reckoning = reckon(limit, arrival, now);
        arrival = reckoning.arrivalMs;
        if (reckoning.isAllowed) allowedAt.push(now);
      }
      const excesses = allowedAt.flatMap((from, first) =>
        allowedAt
          .slice(first)
          .map((to, count) => count + 1 - limit.burst - ((to - from + 1) * limit.perHour) / 3_600_000),
      );
      expect(Math.max(...excesses)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 60 },
  );
});

test("a full bucket lets its whole burst in at once, and not one more", () => {
  fc.assert(
    fc.property(limits, (limit) => {
      let arrival: number | undefined;
      for (let sent = 1; sent <= limit.burst; sent += 1) {
        const reckoning = reckon(limit, arrival, NOON);
        expect(reckoning).toMatchObject({ isAllowed: true, remaining: limit.burst - sent });
        arrival = reckoning.arrivalMs;
      }
      expect(reckon(limit, arrival, NOON)).toMatchObject({ isAllowed: false, remaining: 0 });
    }),
  );
});

test("whoever waits as told is let in, and knocking in between does not make the wait longer", () => {
  fc.assert(
    fc.property(limits, fc.integer({ min: 1, max: 50 }), (limit, knocks) => {
      let arrival: number | undefined;
      let refusal = reckon(limit, arrival, NOON);
      while (refusal.isAllowed) {
        arrival = refusal.arrivalMs;
        refusal = reckon(limit, arrival, NOON);
      }
      for (let knock = 0; knock < knocks; knock += 1) {
        const tooEarly = NOON + Math.floor(((refusal.retryMs - 2) * knock) / knocks);
        arrival = reckon(limit, arrival, tooEarly).arrivalMs;
      }
      expect(reckon(limit, arrival, NOON + Math.ceil(refusal.retryMs)).isAllowed).toBe(true);
    }),
  );
});
