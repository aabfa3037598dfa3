import { expect, test } from "vitest";
import { type PlacedCell, type PlacedCorrection, rowCorrector, rowShower } from "./corrected-row.ts";
import type { MappingBody } from "./mapping.ts";
import { placeOf } from "./record-id.ts";

const mapping: MappingBody = {
  assignments: [
    { column: 0, field: "reference", transforms: [] },
    { column: 1, field: "givenNames", transforms: [] },
    { column: 2, field: "givenNames", transforms: [] },
    { column: 3, of: 1, field: "familyName", transforms: [] },
  ],
  constants: [],
};
const field = (rank: number, key: string, text: string, slot = 0): PlacedCorrection => ({
  place: placeOf(5, slot),
  field: key,
  text,
  rank,
});
const cell = (rank: number, column: number, text: string): PlacedCell => ({ rowNumber: 5, column, text, rank });
const row = ["C1", "Ann", "Mary", "Low"];
const corrected = (fields: PlacedCorrection[], cells: PlacedCell[]) => {
  const { cells: now, corrections } = rowCorrector({ fields, cells }, mapping, 4)(5, row);
  return { cells: now, own: [...(corrections?.(0) ?? [])], first: [...(corrections?.(1) ?? [])] };
};

test("a corrected cell stands before the mapping, and other rows stay as they are", () => {
  expect(corrected([], [cell(1, 1, "Anne")]).cells).toEqual(["C1", "Anne", "Mary", "Low"]);
  expect(rowCorrector({ fields: [], cells: [cell(1, 1, "x")] }, mapping, 4)(6, row).cells).toBe(row);
});

test("of a field and a cell that feeds it the newest stands; other cells leave the field alone", () => {
  const said = field(2, "givenNames", "Zoe");
  expect(corrected([said], [cell(1, 1, "Anne")]).own).toEqual([["givenNames", "Zoe"]]);
  expect(corrected([said], [cell(3, 2, "May")]).own).toEqual([]);
  expect(corrected([said], [cell(3, 0, "C9")]).own).toEqual([["givenNames", "Zoe"]]);
  expect(corrected([field(1, "familyName", "High", 1)], [cell(2, 3, "Lo")]).first).toEqual([]);
});

test("a cell too many that is emptied is gone, and a missing one can be filled", () => {
  expect(rowCorrector({ fields: [], cells: [cell(1, 4, "")] }, mapping, 4)(5, [...row, "x"]).cells).toEqual(row);
  expect(rowCorrector({ fields: [], cells: [cell(1, 3, "Low")] }, mapping, 4)(5, ["C1", "Ann"]).cells).toEqual([
    "C1",
    "Ann",
    "",
    "Low",
  ]);
});

test("a corrected field is shown in the cell that alone feeds it; where it cannot be shown its columns are named", () => {
  const show = (fields: PlacedCorrection[]) => rowShower({ fields, cells: [] }, mapping, 4)(5, row);
  expect(show([field(1, "reference", "C7")])).toEqual({ cells: ["C7", "Ann", "Mary", "Low"], hidden: new Set() });
  expect(show([field(1, "givenNames", "Zoe")])).toEqual({ cells: row, hidden: new Set([1, 2]) });
  expect(show([field(1, "familyName", "High", 1)]).cells[3]).toBe("High");
  expect(rowShower({ fields: [], cells: [] }, mapping, 4)(5, ["C1"]).cells).toEqual(["C1", "", "", ""]);
  const owner = { of: 1, label: "Owner 1", entityType: "individual", list: "shareholders" } as const;
  const telling = { ...mapping, associates: [{ ...owner, kindBy: { column: 3, individual: ["Low"], company: [] } }] };
  const said = { fields: [field(1, "familyName", "High", 1)], cells: [] };
  expect(rowShower(said, telling, 4)(5, row).hidden).toEqual(new Set([3]));
  // A constant is beside the cell: the cell alone cannot say it. One of another record is not.
  const beside = (of?: number) =>
    rowShower(
      { fields: [field(1, "familyName", "High", 1)], cells: [] },
      { ...mapping, constants: [{ ...(of && { of }), field: "familyName", value: "Low" }] },
      4,
    )(5, row);
  expect(beside(1)).toEqual({ cells: row, hidden: new Set([3]) });
  expect([beside().cells[3], beside(2).cells[3]]).toEqual(["High", "High"]);
});
