import { expect, test } from "vitest";
import { cleanRow } from "./clean-row.ts";
import { type MappingBody, mappingBodySchema, type Transform } from "./mapping.ts";

const cleaned = (cells: string[], body: Partial<MappingBody>) =>
  cleanRow(cells, { assignments: [], constants: [], ...body }, "individual");
const one = (cell: string, field: string, ...transforms: Transform[]) =>
  cleaned([cell], { assignments: [{ column: 0, field, transforms }] });

test.each<[string, Transform[], string | undefined]>([
  ["SMITH-JONES O'NEILL", [{ kind: "title_case" }], "Smith-Jones O'Neill"],
  ["ABC", [{ kind: "lower_case" }], "abc"],
  ["Tel: 12", [{ kind: "replace", find: "Tel: ", by: "" }], "12"],
  ["a|b|c", [{ kind: "split", separator: "|", part: 2 }], "b"],
  ["a|b|c", [{ kind: "split", separator: "|", part: -1 }], "c"],
  ["a|b|c", [{ kind: "split", separator: "|", part: 7 }], undefined],
  ["", [{ kind: "default", value: "x" }], "x"],
  ["\u00a0", [{ kind: "trim" }, { kind: "default", value: "x" }, { kind: "upper_case" }], "X"],
  ["y", [{ kind: "default", value: "x" }], "y"],
  [" N/A ", [{ kind: "values", pairs: [{ from: "n/a", to: "" }], otherwise: "keep" }], undefined],
  ["other", [{ kind: "values", pairs: [{ from: "n/a", to: "" }], otherwise: "keep" }], "other"],
  ["other", [{ kind: "values", pairs: [{ from: "n/a", to: "" }], otherwise: "nothing" }], undefined],
  [
    "n/a",
    [
      { kind: "values", pairs: [{ from: "N/A", to: "" }], otherwise: "issue" },
      { kind: "default", value: "-" },
    ],
    "-",
  ],
])("“%s” cleaned by %j becomes %s", (cell, transforms, title) => {
  const { entity, cellIssues } = one(cell, "title", ...transforms);
  expect(cellIssues).toEqual([]);
  expect(entity.entityType === "individual" && entity.title).toBe(title);
});

test("steps are applied in the order they stand in, and another order is another value", () => {
  const upper: Transform = { kind: "upper_case" };
  const map: Transform = { kind: "replace", find: "b", by: "x" };
  expect(one("abc", "title", upper, map).entity).toMatchObject({ title: "ABC" });
  expect(one("abc", "title", map, upper).entity).toMatchObject({ title: "AXC" });
});

test("a value the map does not know is an issue with the cell as it was, when the map is to be complete", () => {
  expect(one(" Hm ", "title", { kind: "trim" }, { kind: "values", pairs: [], otherwise: "issue" })).toEqual({
    entity: { entityType: "individual" },
    cellIssues: [{ code: "field.value_unmapped", field: "title", value: " Hm " }],
  });
});

test("a column of several date formats is read by each in turn, short years only in the century a person named", () => {
  const date: Transform = { kind: "date", format: "DD/MM/YYYY", also: ["DD-MMM-YY", "YYYY-MM-DD"], latestYear: 2010 };
  const born = (cell: string) => {
    const { entity } = one(cell, "dateOfBirth", date);
    return entity.entityType === "individual" ? entity.dateOfBirth : undefined;
  };
  expect(["12/11/1978", "11-Mar-63", "1980-01-02", "11-Mar-05", "1/2/63"].map(born)).toEqual([
    "1978-11-12",
    "1963-03-11",
    "1980-01-02",
    "2005-03-11",
    undefined,
  ]);
});

test("a country that is gone is an issue that names the countries of today, and a value map answers it", () => {
  const country: Transform = { kind: "country" };
  const { cellIssues } = one("Czechoslovakia", "nationality", country);
  expect(cellIssues).toEqual([
    {
      code: "field.country_historic",
      field: "nationality",
      value: "Czechoslovakia",
      facts: { today: expect.stringMatching(/^Cze.*, Slovakia$/) },
    },
  ]);
  const map: Transform = { kind: "values", pairs: [{ from: "czechoslovakia", to: "SVK" }], otherwise: "keep" };
  expect(one("Czechoslovakia", "nationality", map, country).entity).toMatchObject({ nationality: "SVK" });
  expect(one("deutsch", "nationality", country).entity).toMatchObject({ nationality: "DEU" });
  expect(one("deutsch", "address.country", country).cellIssues).toMatchObject([{ code: "field.country" }]);
});

test("a phone number is read by the country of its own row, wherever that column stands", () => {
  const body: Partial<MappingBody> = {
    assignments: [
      { column: 0, field: "phone", transforms: [{ kind: "phone" }] },
      { column: 1, field: "address.country", transforms: [{ kind: "country" }] },
    ],
  };
  expect(cleaned(["020 7946 0958", "UK"], body).entity).toMatchObject({ phone: "+442079460958" });
  expect(cleaned(["06 12 34 56 78", "France"], body).entity).toMatchObject({ phone: "+33612345678" });
  expect(cleaned(["020 7946 0958", "France"], body)).toMatchObject({
    entity: { phone: "020 7946 0958" },
    cellIssues: [{ code: "field.phone", value: "020 7946 0958", facts: { country: "France" } }],
  });
});

test("a full name feeds both parts of a name, and where the split is a guess one warning says what it made", () => {
  const part = (name: "given" | "family"): Transform => ({ kind: "name_part", part: name, order: "given_first" });
  const assignments = [
    { column: 0, field: "givenNames", transforms: [part("given")] },
    { column: 0, field: "familyName", transforms: [part("family")] },
  ];
  expect(cleaned(["Ann Smith"], { assignments })).toEqual({
    entity: { entityType: "individual", givenNames: ["Ann"], familyName: "Smith" },
    cellIssues: [],
  });
  expect(cleaned(["Ann Mary van Dyke"], { assignments })).toEqual({
    entity: { entityType: "individual", givenNames: ["Ann", "Mary"], familyName: "van Dyke" },
    cellIssues: [
      {
        code: "field.name_split",
        field: "givenNames",
        value: "Ann Mary van Dyke",
        facts: { given: "Ann Mary", family: "van Dyke" },
      },
    ],
  });
});

test("several columns make one field in the order of its rule, or the first that is filled", () => {
  const assignments = [0, 1, 2].map((column) => ({ column, field: "email", transforms: [] }));
  const order = [2, 0, 1];
  const made = (take: "joined" | "first_filled", cells: string[]) =>
    cleaned(cells, { assignments, rules: [{ field: "email", order, take, separator: "-" }] }).entity;
  expect(made("joined", ["a", "b", "c"])).toMatchObject({ email: "c-a-b" });
  expect(made("first_filled", ["a", "b", ""])).toMatchObject({ email: "a" });
});

test("a condition takes the cell only in its rows", () => {
  const when = (test: "is" | "is_not" | "filled" | "blank"): Transform => ({
    kind: "when",
    condition: { column: 1, test, values: ["Yes", "y"] },
  });
  const title = (other: string, test: "is" | "is_not" | "filled" | "blank") =>
    cleaned(["x", other], { assignments: [{ column: 0, field: "title", transforms: [when(test)] }] }).entity;
  expect(title(" yes", "is")).toMatchObject({ title: "x" });
  expect(title("no", "is")).not.toHaveProperty("title");
  expect(title("no", "is_not")).toMatchObject({ title: "x" });
  expect(title("", "filled")).not.toHaveProperty("title");
  expect(title(" ", "blank")).toMatchObject({ title: "x" });
});

test("in a mixed file each row is what its column says; what says neither is an issue", () => {
  const body: Partial<MappingBody> = {
    kindBy: { column: 0, individual: ["PERSON"], company: ["ORGANIZATION"] },
    assignments: [
      { column: 1, field: "familyName", transforms: [] },
      { column: 1, field: "name", transforms: [] },
      { column: 2, field: "reference", transforms: [] },
    ],
  };
  expect(cleaned(["person", "Smith", "1"], body).entity).toEqual({
    entityType: "individual",
    familyName: "Smith",
    reference: "1",
  });
  expect(cleaned(["Organization", "Smith Ltd", "2"], body).entity).toEqual({
    entityType: "company",
    name: "Smith Ltd",
    reference: "2",
  });
  expect(cleaned(["?", "Smith", "3"], body).cellIssues).toEqual([{ code: "row.kind_unknown", value: "?" }]);
});

test("a mapping saved before rules and mixed files were known is read as it was", () => {
  const old = {
    assignments: [
      { column: 0, field: "givenNames", transforms: [{ kind: "trim" }, { kind: "split_names" }] },
      { column: 1, field: null, transforms: [] },
      { column: 2, field: "dateOfBirth", transforms: [{ kind: "date", format: "DD/MM/YYYY" }] },
    ],
    constants: [{ field: "address.country", value: "GBR" }],
  };
  expect(mappingBodySchema.parse(old)).toEqual(old);
  expect(cleanRow(["Ann Mary", "", "03/04/1980"], mappingBodySchema.parse(old), "individual").entity).toEqual({
    entityType: "individual",
    givenNames: ["Ann", "Mary"],
    dateOfBirth: "1980-04-03",
    address: { country: "GBR" },
  });
});
