import { expect, test } from "vitest";
import { idColumnOf, readRowId, rowIdOf } from "./row-id.ts";

const id = { sheet: 12, rowNumber: 345, digest: "9f3ab2c4d1" };

test("a row id is read back, also with blanks, capitals or an apostrophe that a spreadsheet added", () => {
  for (const text of [rowIdOf(id), ` ${rowIdOf(id)} `, `'${rowIdOf(id)}`, rowIdOf(id).toUpperCase()])
    expect(readRowId(text)).toEqual(id);
});

test.each(["", "345", "P12-345", "P12-345-9f3ab2c4d", "R12-345-9f3ab2c4d1", "P12-345-9f3ab2c4d1x"])(
  "%j is no row id",
  (text) => expect(readRowId(text)).toBeUndefined(),
);

test("the column of row ids is found by its header, or by what stands in it", () => {
  expect(idColumnOf(["ID", "row id (leave as it is)"], [])).toBe(1);
  expect(
    idColumnOf(
      ["a", "b"],
      [
        ["x", "y"],
        ["x", rowIdOf(id)],
      ],
    ),
  ).toBe(1);
  expect(idColumnOf(["a", "b"], [["x", "y"]])).toBeUndefined();
});
