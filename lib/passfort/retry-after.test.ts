import fc from "fast-check";
import { expect, test } from "vitest";
import { retryAfterDefaultMs, retryAfterMsOf } from "./retry-after.ts";

const now = new Date("2026-11-23T12:00:00Z");

test.each([
  ["Retry-Secs says it", { "x-ratelimit-retry-secs": "7" }, 7_000],
  ["Retry-Secs goes before Reset-Secs", { "x-ratelimit-retry-secs": "2", "x-ratelimit-reset-secs": "3600" }, 2_000],
  ["Reset-Secs when there is no Retry-Secs", { "x-ratelimit-reset-secs": "12" }, 12_000],
  [
    "Reset-Secs when Retry-Secs is nonsense",
    { "x-ratelimit-retry-secs": "soon", "x-ratelimit-reset-secs": "4" },
    4_000,
  ],
  ["the ordinary Retry-After of a proxy", { "retry-after": "9" }, 9_000],
  ["fractions are rounded up", { "x-ratelimit-retry-secs": "1.2345" }, 1_235],
  ["never under a second", { "x-ratelimit-retry-secs": "0.01" }, 1_000],
  ["zero is a second", { "x-ratelimit-retry-secs": "0" }, 1_000],
  ["never over an hour", { "x-ratelimit-retry-secs": "86400" }, 3_600_000],
  ["the date of the full refill", { "x-ratelimit-reset": "Mon, 23 Nov 2026 12:00:30 GMT" }, 30_000],
  ["a date in the past is a second", { "x-ratelimit-reset": "Mon, 23 Nov 2026 11:00:00 GMT" }, 1_000],
  ["nothing said", {}, retryAfterDefaultMs],
])("a 429 waits as long as it is told: %s", (_name, headers, expected) => {
  expect(retryAfterMsOf(headers, now)).toBe(expected);
});

test("whatever the headers hold, the wait is between a second and an hour", () => {
  const name = fc.constantFrom("x-ratelimit-retry-secs", "x-ratelimit-reset-secs", "retry-after", "x-ratelimit-reset");
  const value = fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String), fc.bigInt().map(String));
  fc.assert(
    fc.property(fc.dictionary(name, value), (headers) => {
      const waitMs = retryAfterMsOf(headers, now);
      expect(Number.isFinite(waitMs)).toBe(true);
      expect(waitMs).toBeGreaterThanOrEqual(1_000);
      expect(waitMs).toBeLessThanOrEqual(3_600_000);
    }),
  );
});

test("every whole number of seconds within an hour is waited exactly", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3_600 }), (seconds) => {
      expect(retryAfterMsOf({ "x-ratelimit-retry-secs": String(seconds) }, now)).toBe(seconds * 1000);
    }),
  );
});
