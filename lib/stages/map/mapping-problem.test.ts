import { expect, test } from "vitest";
import type { DateFormat, MappingBody, Transform } from "../../domain/mapping.ts";
import { mappingProblem } from "./mapping-problem.ts";

const columns = ["A", "B", "DOB"];
const people = { kind: "clients", entityType: "individual" } as const;
const assign = (
  column: number,
  field: string | null,
  transforms: MappingBody["assignments"][number]["transforms"] = [],
) => ({ column, field, transforms });
const problemOf = (assignments: MappingBody["assignments"], constants: MappingBody["constants"] = []) =>
  mappingProblem({ assignments, constants }, columns, people);

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

const date = (format: DateFormat, part: { also?: DateFormat[]; latestYear?: number } = {}): Transform => ({
  kind: "date",
  format,
  ...part,
});

test("one column may feed two fields, and two columns one field by a rule that names both", () => {
  expect(problemOf([assign(0, "reference"), assign(0, "title")])).toBeUndefined();
  const two = [assign(0, "email"), assign(1, "email")];
  const withRule = (order: number[]) =>
    mappingProblem(
      { assignments: two, constants: [], rules: [{ field: "email", order, take: "joined", separator: " " }] },
      columns,
      people,
    );
  expect(withRule([1, 0])).toBeUndefined();
  for (const order of [
    [1, 1],
    [0, 2],
    [0, 1, 2],
  ])
    expect(withRule(order)).toMatch(/does not name each of its columns once/);
});

test.each<[string, Transform[], RegExp]>([
  [
    "both orders of day and month",
    [date("DD/MM/YYYY", { also: ["MM/DD/YYYY"] })],
    /day first and with the month first/,
  ],
  ["a year of two digits without its century", [date("DD/MM/YY")], /a century is never guessed/],
  ["the nought-th part", [{ kind: "split", separator: ",", part: 0 }, date("DD/MM/YYYY")], /counted from 1/],
  [
    "a condition on a column that is not there",
    [{ kind: "when", condition: { column: 9, test: "filled", values: [] } }, date("DD/MM/YYYY")],
    /looks at column 10/,
  ],
])("%s is refused with a sentence", (_, transforms, sentence) => {
  expect(problemOf([assign(2, "dateOfBirth", transforms)])).toMatch(sentence);
});

test("dates of several formats are taken where no text could be two days", () => {
  expect(
    problemOf([
      assign(2, "dateOfBirth", [date("DD/MM/YYYY", { also: ["DD-MMM-YY", "YYYY-MM-DD"], latestYear: 2010 })]),
    ]),
  ).toBeUndefined();
});

const firms = { kind: "clients", entityType: "company" } as const;
const director = { of: 1, label: "Director 1", entityType: "individual", list: "directors" } as const;
const ofDirector = { column: 1, of: 1, field: "familyName", transforms: [] };

test("an associate of a wide row has fields of its own, each from one column, and something to say", () => {
  const problem = (assignments: MappingBody["assignments"], associates: MappingBody["associates"] = [director]) =>
    mappingProblem({ assignments, constants: [], associates }, columns, firms);
  expect(problem([assign(0, "name"), ofDirector])).toBeUndefined();
  expect(problem([assign(0, "name"), { ...ofDirector, field: "name" }])).toMatch(/no field of associate 1/);
  expect(problem([assign(0, "name"), { ...ofDirector, of: 2 }, ofDirector])).toMatch(/no field of associate 2/);
  expect(problem([ofDirector, { ...ofDirector, column: 0 }])).toMatch(/cannot come from two columns/);
  expect(problem([assign(0, "name")])).toMatch(/No column says anything about “Director 1”/);
  expect(problem([ofDirector], [director, director])).toMatch(/number 1/);
});

test("a constant of an associate is one of its fields, not fed by a column, once, and never its reference", () => {
  const problem = (...constants: MappingBody["constants"]) =>
    mappingProblem({ assignments: [ofDirector, assign(0, "name")], constants, associates: [director] }, columns, firms);
  const nationality = { of: 1, field: "nationality", value: "Norway" };
  expect(problem(nationality, { field: "countryOfIncorporation", value: "UK" })).toBeUndefined();
  expect(problem({ ...nationality, of: 2 })).toMatch(/no field of associate 2/);
  expect(problem({ ...nationality, field: "number" })).toMatch(/no field of associate 1/);
  expect(problem({ of: 1, field: "familyName", value: "Lee" })).toMatch(/of “Director 1” has both a column/);
  expect(problem(nationality, nationality)).toMatch(/of “Director 1” has two constants/);
  expect(problem({ of: 1, field: "reference", value: "P" })).toMatch(/reference of “Director 1” cannot be the same/);
  expect(problem({ ...nationality, value: "Narnia" })).toMatch(/not a country/);
});

test("an associate that a column tells to be a person or a company has the fields of both, and a value means one of them", () => {
  const kindBy = { column: 0, individual: ["P"], company: ["C"] };
  const problem = (more: Partial<typeof kindBy>) => {
    const assignments = [ofDirector, { ...ofDirector, field: "name" }];
    const associates = [{ ...director, kindBy: { ...kindBy, ...more } }];
    return mappingProblem({ assignments, constants: [], associates }, columns, firms);
  };
  expect(problem({})).toBeUndefined();
  expect(problem({ company: ["p"] })).toMatch(/“P” cannot mean both/);
  expect(problem({ column: 99 })).toMatch(/told apart by column 100/);
});

test("people have no associates, and a file of both kinds says which rows are which", () => {
  const mapping = { assignments: [ofDirector], constants: [], associates: [director] };
  expect(mappingProblem(mapping, columns, people)).toMatch(/Only companies have associates/);
  const mixed = { kind: "mixed", entityType: "individual" } as const;
  expect(mappingProblem({ assignments: [], constants: [] }, columns, mixed)).toMatch(/which rows are people/);
  const kindBy = { column: 0, individual: ["P"], company: ["C"] };
  expect(mappingProblem({ assignments: [assign(1, "lei")], constants: [], kindBy }, columns, mixed)).toBeUndefined();
});

test("a file of links has no names, a file of associates has both, and a role is one that is known", () => {
  const links = { kind: "links", entityType: "individual" } as const;
  const of = (field: string) => [assign(0, field)];
  expect(mappingProblem({ assignments: of("familyName"), constants: [] }, columns, links)).toMatch(
    /no field of a link/,
  );
  expect(mappingProblem({ assignments: of("owner.reference"), constants: [] }, columns, links)).toBeUndefined();
  const associates = { kind: "associates", entityType: "individual" } as const;
  const constants = (value: string) => [{ field: "link.role", value }];
  expect(
    mappingProblem({ assignments: of("familyName"), constants: constants("UBO") }, columns, associates),
  ).toBeUndefined();
  expect(mappingProblem({ assignments: [], constants: constants("king") }, columns, associates)).toMatch(/not a role/);
  expect(mappingProblem({ assignments: of("link.role"), constants: [] }, columns, people)).toMatch(/no field/);
});
