import { expect, test } from "vitest";
import { valueRows } from "./value-rows.ts";

const masked = [
  { field: "familyName", label: "Family name", column: "SURNAME", raw: "B•••", value: "B•••" },
  { field: "address.country", label: "Address country", column: null, raw: "G••", value: "G••" },
];

test("nothing is unmasked before it is revealed", () => {
  expect(valueRows(masked, null).map((row) => row.value)).toEqual(["B•••", "G••"]);
});

test("revealed values take the place of the masked ones of the same field; the others stay masked", () => {
  const rows = valueRows(masked, { name: "Ann Blue", values: [{ field: "familyName", raw: " BLUE", value: "Blue" }] });
  expect(rows[0]).toMatchObject({ raw: " BLUE", value: "Blue" });
  expect(rows[1]?.value).toBe("G••");
});

test("a value without a column is said to come from the mapping itself", () => {
  expect(valueRows(masked, null)[1]?.column).toBe("constant of the mapping");
});
