import { expect, test } from "vitest";
import { sheetHeaders } from "../../domain/row-id.ts";
import { isBlankRow, returnedColumns } from "./returned-columns.ts";

const source = ["ID", "Prénom", "DOB"];
const sources = (returned: readonly string[]) => {
  const { sourceOf } = returnedColumns(returned, source);
  return returned.map((_, place) => sourceOf(place));
};

test("columns in their order are known by their place, and cells too many behind them are kept apart", () => {
  const returned = [...sheetHeaders, ...source, "Column 7"];
  expect(sources(returned)).toEqual([-1, -1, -1, 0, 1, 2, 3]);
  expect(returnedColumns(returned, source)).toMatchObject({ missing: [], unknown: [] });
});

test("a name that lost its accents in saving is known where all columns are in order", () => {
  for (const damaged of ["PrÃ©nom", "Pr?nom", "PRÉNOM "])
    expect(sources([...sheetHeaders, "ID", damaged, "DOB"])).toEqual([-1, -1, -1, 0, 1, 2]);
});

test("columns in another order are known by their names; a renamed one is missing and unknown, never guessed", () => {
  expect(sources(["DOB", sheetHeaders[0], "id"])).toEqual([2, -1, 0]);
  expect(returnedColumns([sheetHeaders[0], "ID", "First name", "DOB"], source)).toMatchObject({
    missing: ["Prénom"],
    unknown: ["First name"],
  });
});

test("a row of blanks is blank", () => {
  expect([isBlankRow(["", " ", "\u00a0"]), isBlankRow(["", "x"])]).toEqual([true, false]);
});
