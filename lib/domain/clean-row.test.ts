import { expect, test } from "vitest";
import { cleanRow } from "./clean-row.ts";
import type { MappingBody, Transform } from "./mapping.ts";

const trim: Transform = { kind: "trim" };
const mapping = (
  assignments: [number, string | null, Transform[]?][],
  constants: MappingBody["constants"] = [],
): MappingBody => ({
  assignments: assignments.map(([column, field, transforms = [trim]]) => ({ column, field, transforms })),
  constants,
});

test("cells become an entity: cleaned, joined in column order, constants filled in", () => {
  const body = mapping(
    [
      [0, "reference"],
      [3, "givenNames"],
      [1, "givenNames", [trim, { kind: "split_names" }]],
      [2, "familyName", [trim, { kind: "upper_case" }]],
      [4, "address.route"],
      [5, "address.route"],
      [6, "gender"],
      [7, null],
    ],
    [{ field: "address.country", value: "Scotland" }],
  );
  expect(
    cleanRow([" 007 ", "Mary  Ann", "Smith", "Jo", "Flat 2", "Elm Road", "female", "secret"], body, "individual"),
  ).toEqual({
    entity: {
      entityType: "individual",
      reference: "007",
      givenNames: ["Mary", "Ann", "Jo"],
      familyName: "SMITH",
      gender: "F",
      address: { route: "Flat 2 Elm Road", country: "GBR" },
    },
    cellIssues: [],
  });
});

test("what cannot be read is told verbatim and left out, never guessed", () => {
  const body = mapping([
    [0, "dateOfBirth", [trim, { kind: "date", format: "DD/MM/YYYY" }]],
    [1, "nationality", [trim, { kind: "country" }]],
    [2, "gender"],
    [3, "address.country"],
  ]);
  expect(cleanRow(["12/31/1980 ", "Narnia", "unsure", "GB"], body, "individual")).toEqual({
    entity: { entityType: "individual" },
    cellIssues: [
      { code: "field.date_format", field: "dateOfBirth", value: "12/31/1980 ", facts: { format: "DD/MM/YYYY" } },
      { code: "field.country", field: "nationality", value: "Narnia" },
      { code: "field.gender", field: "gender", value: "unsure" },
      // Without the country step an alpha-2 code is not what we send.
      { code: "field.country", field: "address.country", value: "GB" },
    ],
  });
});

test("blank cells and missing cells are absent, not wrong", () => {
  const body = mapping([
    [0, "dateOfBirth", [{ kind: "date", format: "YYYY-MM-DD" }]],
    [1, "address.country", [{ kind: "country" }]],
    [9, "email"],
  ]);
  expect(cleanRow(["  ", "\u00a0"], body, "individual")).toEqual({
    entity: { entityType: "individual" },
    cellIssues: [],
  });
});

test("fields of more addresses, ids and previous names stand together, and a note has a line for each of its columns", () => {
  const assign = (column: number, field: string, part: object = {}) => ({ column, field, transforms: [], ...part });
  const mapping = {
    assignments: [
      assign(0, "address2.route"),
      assign(1, "address2.country", { transforms: [{ kind: "country" as const }] }),
      assign(2, "nationalId.number"),
      assign(3, "note", { label: "Branch" }),
      assign(4, "note", { label: "Risk" }),
      assign(0, "altFamilyNames"),
    ],
    constants: [{ field: "nationalId.country", value: "Spain" }],
  };
  expect(cleanRow(["Old Road", "uk", "123Z", "North", ""], mapping, "individual").entity).toEqual({
    entityType: "individual",
    altFamilyNames: ["Old Road"],
    address2: { route: "Old Road", country: "GBR" },
    nationalId: { number: "123Z", country: "ESP" },
    note: "Branch: North",
  });
  expect(cleanRow(["", "", "", "North", "high"], mapping, "individual").entity).toMatchObject({
    note: "Branch: North\nRisk: high",
  });
});

test("yes, numbers and kinds of ownership are read or told of, never guessed", () => {
  const one = (field: string, cell: string) =>
    cleanRow([cell], { assignments: [{ column: 0, field, transforms: [] }], constants: [] }, "company");
  expect(["Ja", "0", "oui", "N"].map((cell) => one("isActive", cell).entity)).toMatchObject([
    { isActive: "yes" },
    { isActive: "no" },
    { isActive: "yes" },
    { isActive: "no" },
  ]);
  expect(["1,200", "1.200", "12", "007"].map((cell) => one("employees", cell).entity)).toMatchObject([
    { employees: "1200" },
    { employees: "1200" },
    { employees: "12" },
    { employees: "7" },
  ]);
  expect(one("ownershipType", "sole proprietorship").entity).toMatchObject({ ownershipType: "SOLE_PROPRIETORSHIP" });
  for (const [field, cell, code] of [
    ["isActive", "maybe", "field.choice"],
    ["employees", "12.5", "field.number"],
    ["employees", "1,200.300", "field.number"],
    ["employees", "about 20", "field.number"],
    ["ownershipType", "GmbH", "field.choice"],
  ] as const)
    expect(one(field, cell).cellIssues).toMatchObject([{ code, field, value: cell }]);
});
