import fc from "fast-check";
import { expect, test } from "vitest";
import { countOf, percentOf } from "./number-words.ts";

test("a single thing is singular, everything else plural, nought included", () => {
  expect(countOf(1, "client")).toBe("1 client");
  expect(countOf(0, "client")).toBe("0 clients");
  expect(countOf(1_234_567, "company", "companies")).toBe("1,234,567 companies");
});

test("a share is 100 only when everything is done and 0 only when nothing is", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }), (all, some) => {
      const part = Math.min(some, all);
      const share = percentOf(part, all);
      expect(share === 100).toBe(part === all);
      expect(share === 0).toBe(part === 0);
    }),
  );
});

test("a share of nothing is 0, not an error", () => {
  expect(percentOf(0, 0)).toBe(0);
});
