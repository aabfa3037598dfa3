import fc from "fast-check";
import { expect, test } from "vitest";
import { rowEnd, rowsOfBlock, rowText } from "./row-block.ts";

const cell = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom("\x1d", "\x1e", "\x1f", "0", "1", "2", "\\", "\n", "a") }),
);
const row = fc.array(cell, { minLength: 1, maxLength: 6 });

test("rows come out of a block as they went in, also cells that hold the signs which part cells and rows", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      expect(rowsOfBlock(rows.map(rowText).join(rowEnd))).toEqual(rows);
    }),
  );
});

test("a row of one blank cell stays a row", () => {
  expect(rowsOfBlock([[""], ["", ""], [""]].map(rowText).join(rowEnd))).toEqual([[""], ["", ""], [""]]);
});
