import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { guessRowKind } from "./guess-row-kind.ts";
import { rowKindLooks, rowKindOf, rowKinds } from "./row-kinds.ts";

const firstLine = (sample: string) => readFileSync(`samples/${sample}`, "utf8").split(/\r?\n/, 1)[0] ?? "";

test.each([
  ["wide-companies.csv", "company"],
  ["senzing-customers.csv", "mixed"],
  ["legacy-individuals.csv", "individual"],
  ["legacy-companies.csv", "company"],
  ["splink-fake-people-1000.csv", "individual"],
  ["companies-house-basic-sample.csv", "company"],
])("the rows of the sample %s are guessed as %s", (sample, rowKind) => {
  expect(guessRowKind("export.csv", firstLine(sample))?.rowKind).toBe(rowKind);
});

test("a company's key and a role make associates where there are names, links where there are only keys", () => {
  expect(guessRowKind("a.csv", "company_id;first_name;surname;role;pct")?.rowKind).toBe("associate_person");
  expect(guessRowKind("a.csv", "company_id,person_id,role,share")?.rowKind).toBe("link");
  expect(guessRowKind("a.csv", "id,is_company,name,email")?.rowKind).toBe("mixed");
  expect(guessRowKind("a.csv", "id,value")).toBeNull();
});

test("every choice is one kind of file and one kind of row, and is known again by them", () => {
  for (const rowKind of rowKinds) expect(rowKindOf(rowKindLooks[rowKind].file)).toBe(rowKind);
});
