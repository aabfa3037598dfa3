import { expect, test } from "vitest";
import { rowAfterKey } from "./grid-keys.ts";

test("keys move by one row, by a page, to the ends, and never over them", () => {
  expect(rowAfterKey("ArrowDown", 4, 99, 10)).toBe(5);
  expect(rowAfterKey("ArrowUp", 0, 99, 10)).toBe(0);
  expect(rowAfterKey("PageDown", 95, 99, 10)).toBe(99);
  expect(rowAfterKey("PageUp", 25, 99, 10)).toBe(15);
  expect(rowAfterKey("Home", 50, 99, 10)).toBe(0);
  expect(rowAfterKey("End", 50, 99, 10)).toBe(99);
  expect(rowAfterKey("a", 50, 99, 10)).toBeUndefined();
});
