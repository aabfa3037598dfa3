import { expect, test } from "vitest";
import type { MappingBody } from "../../domain/mapping.ts";
import { mappingProblem } from "./mapping-problem.ts";

const columns = ["A", "B", "DOB"];
const assign = (
  column: number,
  field: string | null,
  transforms: MappingBody["assignments"][number]["transforms"] = [],
) => ({ column, field, transforms });
const problemOf = (assignments: MappingBody["assignments"], constants: MappingBody["constants"] = []) =>
  mappingProblem({ assignments, constants }, columns, "individual");

test("a mapping that answers every column once is saved", () => {
  expect(
    problemOf(
      [assign(0, "reference"), assign(1, null), assign(2, "dateOfBirth", [{ kind: "date", format: "DD/MM/YYYY" }])],
      [{ field: "address.country", value: "UK" }],
    ),
  ).toBeUndefined();
  expect(problemOf([assign(0, "givenNames"), assign(1, "givenNames")])).toBeUndefined();
});

test.each([
  ["a column that is not there", [assign(3, "reference")], [], /names column 4, but the file has 3/],
  ["a field that is not there", [assign(0, "shoeSize")], [], /“shoeSize” is no field/],
  ["a field of the other entity type", [assign(0, "lei")], [], /no field of an individual/],
  ["one field from two columns", [assign(0, "email"), assign(1, "email")], [], /“A” and “B”/],
  ["one column answered twice", [assign(0, "email"), assign(0, null)], [], /answered twice/],
  [
    "a date without a format",
    [assign(2, "dateOfBirth", [{ kind: "trim" }])],
    [],
    /Choose the date format of column “DOB”/,
  ],
  [
    "a date format on a name",
    [assign(0, "familyName", [{ kind: "date", format: "YYYY-MM-DD" }])],
    [],
    /does not take a date format/,
  ],
  ["a column and a constant", [assign(0, "email")], [{ field: "email", value: "a@b.example" }], /both a column/],
  ["a constant country nobody knows", [], [{ field: "nationality", value: "Narnia" }], /not a country/],
  ["one reference for all", [], [{ field: "reference", value: "1" }], /tells clients apart/],
] as [string, MappingBody["assignments"], MappingBody["constants"], RegExp][])(
  "%s is refused with a sentence",
  (_, assignments, constants, sentence) => {
    expect(problemOf(assignments, constants)).toMatch(sentence);
  },
);
