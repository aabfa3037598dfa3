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
