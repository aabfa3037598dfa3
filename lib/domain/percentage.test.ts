import fc from "fast-check";
import { expect, test } from "vitest";
import { percentageOf } from "./percentage.ts";

test.each([
  ["25", 25],
  ["25 %", 25],
  ["25%", 25],
  [" 33,5 % ", 33.5],
  ["0.25", 0.25],
  ["0,25", 0.25],
  ["12.5 percent", 12.5],
  ["40 Prozent", 40],
  ["100", 100],
  ["0", 0],
])("“%s” is %d per cent, and nothing is guessed", (text, share) => {
  expect(percentageOf(text)).toBe(share);
});

test.each(["110", "100.01", "-3", "1/4", "25-50", "%", "", "a quarter", "1.000,5", "25 % of votes"])(
  "“%s” is no percentage",
  (text) => {
    expect(percentageOf(text)).toBeUndefined();
  },
);

test("every share from 0 to 100 is read as it was written, with a point or a comma, with a sign or none", () => {
  const shares = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
  fc.assert(
    fc.property(shares, fc.constantFrom(".", ","), fc.constantFrom("", "%", " %"), (share, point, sign) => {
      expect(percentageOf(`${String(share).replace(".", point)}${sign}`)).toBe(share);
    }),
  );
});
