import fc from "fast-check";
import { expect, test } from "vitest";
import { breakReason } from "./breaker.ts";

const settings = { errors: 20, percent: 25, window: 100 };

test("a chunk pauses at the number of errors, and at the share, whichever comes first", () => {
  expect(breakReason({ ended: 100, errors: 19 }, settings)).toBeNull();
  expect(breakReason({ ended: 100, errors: 20 }, settings)).toContain("20 of the last 100");
  expect(breakReason({ ended: 40, errors: 9 }, settings)).toBeNull();
  expect(breakReason({ ended: 40, errors: 10 }, settings)).toContain("25 %");
});

test("a few clients are no share: three errors of the first four do not pause a chunk", () => {
  expect(breakReason({ ended: 4, errors: 3 }, settings)).toBeNull();
  expect(breakReason({ ended: 4, errors: 3 }, { ...settings, errors: 3 })).not.toBeNull();
});

test("without an error nothing pauses, and one error more never lets a chunk go on that would have paused", () => {
  const number = fc.integer({ min: 1, max: 200 });
  fc.assert(
    fc.property(number, number, number, fc.integer({ min: 1, max: 100 }), (ended, errors, most, percent) => {
      const own = { errors: most, percent, window: 200 };
      expect(breakReason({ ended, errors: 0 }, own)).toBeNull();
      if (breakReason({ ended, errors }, own) !== null)
        expect(breakReason({ ended, errors: errors + 1 }, own)).not.toBeNull();
    }),
  );
});
