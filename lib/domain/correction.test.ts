import { expect, test } from "vitest";
import { cleanRow, rowCleaner } from "./clean-row.ts";
import type { MappingBody } from "./mapping.ts";

const mapping: MappingBody = {
  assignments: [
    { column: 0, field: "givenNames", transforms: [{ kind: "trim" }, { kind: "split_names" }] },
    { column: 1, field: "dateOfBirth", transforms: [{ kind: "trim" }, { kind: "date", format: "DD/MM/YYYY" }] },
    {
      column: 2,
      field: "address.country",
      transforms: [{ kind: "values", pairs: [{ from: "Albion", to: "GBR" }], otherwise: "issue" }],
    },
    { column: 3, field: "phone", transforms: [{ kind: "phone" }] },
  ],
  constants: [],
};
const cells = ["Ann", "31/02/1980", "Narnia", "020 7946 0958"];
const clean = rowCleaner(mapping, "individual");
const corrected = (texts: Record<string, string>) => clean(cells, new Map(Object.entries(texts)));

test("without corrections a row is what its cells say", () => {
  expect(clean(cells)).toEqual(cleanRow(cells, mapping, "individual"));
  expect(clean(cells, new Map())).toEqual(clean(cells));
});

test.each([
  ["1980-02-03", "1980-02-03"],
  ["3 February 1980", "1980-02-03"],
  ["03/02/1980", "1980-02-03"],
])("a day typed as %s, certain or as the column writes it, goes before the cell", (typed, iso) => {
  const { entity, cellIssues } = corrected({ dateOfBirth: typed });
  expect(entity).toMatchObject({ dateOfBirth: iso });
  expect(cellIssues.map(({ field }) => field)).not.toContain("dateOfBirth");
});

test("a correction that cannot be read is an issue of its field, with what was typed", () => {
  expect(corrected({ dateOfBirth: "30/02/1980" }).cellIssues).toContainEqual(
    expect.objectContaining({ field: "dateOfBirth", value: "30/02/1980" }),
  );
});

test("a country may be typed by name, by code, or as the column's value map knows it", () => {
  for (const typed of ["United Kingdom", "GBR", "gb", "Albion"])
    expect(corrected({ "address.country": typed }).entity).toMatchObject({ address: { country: "GBR" } });
});

test("a phone number of the row is read by the corrected country", () => {
  expect(corrected({}).entity).toMatchObject({ phone: "020 7946 0958" });
  expect(corrected({ "address.country": "GBR" }).entity).toMatchObject({ phone: "+442079460958" });
});

test("a field that no column feeds can be given a value, and a blank takes one away", () => {
  const { entity } = corrected({ familyName: "Smith", "address.locality": "London", givenNames: "" });
  expect(entity).toMatchObject({ familyName: "Smith", address: { locality: "London" } });
  expect(entity).not.toHaveProperty("givenNames");
});

test("names are split as the column splits them", () => {
  expect(corrected({ givenNames: "Ann Mary" }).entity).toMatchObject({ givenNames: ["Ann", "Mary"] });
});

test("a field that is none of this kind of record is passed over", () => {
  expect(corrected({ "no.such": "x", vatNumber: "1" })).toEqual(clean(cells));
});
