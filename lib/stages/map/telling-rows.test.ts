import { expect, test } from "vitest";
import { tellingRows } from "./telling-rows.ts";

test("every way of being filled is shown before any is shown twice, and rows with nothing are not", () => {
  const rows = [
    ["a", "b"],
    ["a", "b"],
    ["", " "],
    ["a", ""],
    ["a", "b"],
    ["", "b"],
  ].map((cells, at) => ({ cells, at }));
  expect(tellingRows(rows, [0, 1], 4).map(({ at }) => at)).toEqual([0, 1, 3, 5]);
  expect(tellingRows(rows, [0, 1], 2).map(({ at }) => at)).toEqual([0, 3]);
});
