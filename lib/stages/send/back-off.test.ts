import fc from "fast-check";
import { expect, test } from "vitest";
import { backOffMs, backOffOf } from "./back-off.ts";

const tries = fc.integer({ min: 1, max: 1_000 });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test("a wait is never shorter than half the first wait and never longer than the longest", () => {
  fc.assert(
    fc.property(tries, chance, (count, random) => {
      const ms = backOffOf(count, random);
      expect(ms).toBeGreaterThanOrEqual(backOffMs.first / 2);
      expect(ms).toBeLessThanOrEqual(backOffMs.longest);
    }),
  );
});

test("a later try never waits less than an earlier one with the same luck", () => {
  fc.assert(
    fc.property(
      tries,
      chance,
      (count, random) => void expect(backOffOf(count + 1, random)).toBeGreaterThanOrEqual(backOffOf(count, random)),
    ),
  );
});
