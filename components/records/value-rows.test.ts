import { expect, test } from "vitest";
import { valueRows } from "./value-rows.ts";

const masked = [
  {
    field: "familyName",
    label: "Family name",
    column: "SURNAME",
    raw: "B•••",
    value: "B•••",
    returned: null,
    correction: null,
  },
  {
    field: "address.country",
    label: "Address country",
    column: null,
    raw: "G••",
    value: "G••",
    returned: null,
    correction: null,
  },
];

test("nothing is unmasked before it is revealed", () => {
  expect(valueRows(masked, null).map((row) => row.value)).toEqual(["B•••", "G••"]);
});

test("revealed values take the place of the masked ones of the same field; the others stay masked", () => {
  const rows = valueRows(masked, {
    name: "Ann Blue",
    values: [{ field: "familyName", raw: " BLUE", value: "Blue", returned: null, corrected: null }],
  });
  expect(rows[0]).toMatchObject({ raw: " BLUE", value: "Blue" });
  expect(rows[1]?.value).toBe("G••");
});

test("a value without a column is said to come from the mapping itself", () => {
  expect(valueRows(masked, null)[1]?.column).toBe("constant of the mapping");
});

test("a corrected value is told beside the cell, masked until it is revealed", () => {
  const correction = { text: "B••••", by: "Olivia", at: "2026-11-26T09:00:00.000Z", reason: "asked" };
  const values = [{ ...masked[0], correction }] as Parameters<typeof valueRows>[0];
  expect(valueRows(values, null)[0]?.correction?.text).toBe("B••••");
  const revealed = {
    name: "Ann Bluer",
    values: [{ field: "familyName", raw: "BLUE", value: "Bluer", returned: null, corrected: "Bluer" }],
  };
  expect(valueRows(values, revealed)[0]).toMatchObject({ raw: "BLUE", correction: { text: "Bluer", by: "Olivia" } });
});
