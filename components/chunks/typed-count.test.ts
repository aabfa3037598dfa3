import { expect, test } from "vitest";
import { typedCountOf } from "./typed-count.ts";

test("a count may be typed plainly or with separators", () => {
  expect(typedCountOf(" 1200 ")).toBe(1200);
  expect(typedCountOf("1,200")).toBe(1200);
  expect(typedCountOf("1 200 000")).toBe(1_200_000);
});

test("anything that is not a whole number is not a count", () => {
  for (const typed of ["", "all", "12.5", "1,2", "-5", "1e3", "12 clients"]) expect(typedCountOf(typed)).toBeNull();
});
