import { expect, test } from "vitest";
import type { Entity } from "./entity.ts";
import { type ComparedProfile, comparedTextOf, matchGroundsOf } from "./profile-match.ts";

const person: Entity = {
  entityType: "individual",
  reference: "C-1",
  givenNames: ["Ann"],
  familyName: "Example",
  dateOfBirth: "1980-02-03",
};
const company: Entity = {
  entityType: "company",
  reference: "C-2",
  name: "Example Ltd",
  number: "01234567",
  countryOfIncorporation: "GBR",
};
const profile = (known: Partial<ComparedProfile> = {}): ComparedProfile => ({
  customerRef: null,
  tags: [],
  company: null,
  dateOfBirth: null,
  ...known,
});

test("the reference decides, whether it stands in the profile or in our tag, and whatever else differs", () => {
  expect(matchGroundsOf(person, profile({ customerRef: "C-1", dateOfBirth: "1999-01-01" }))).toBe("same_reference");
  expect(matchGroundsOf(person, profile({ tags: [{ name: "MIGREF-C-1" }] }))).toBe("same_reference");
});

test.each([
  ["1980-02-03", "same_person"],
  ["1980-02", "same_name"],
  ["1980", "same_name"],
  [null, "same_name"],
  ["1980-02-04", "another"],
  ["1981", "another"],
] as const)("a person of the name, born %s there, is: %s", (dateOfBirth, grounds) => {
  expect(matchGroundsOf(person, profile({ dateOfBirth, customerRef: "other" }))).toBe(grounds);
});

test.each([
  ["GBR", "01234567", "same_company"],
  ["GBR", "1234567", "same_company"],
  [null, "01 234 567", "same_company"],
  ["GBR", null, "same_name"],
  ["GBR", "07654321", "another"],
  ["DEU", "01234567", "another"],
] as const)("a company of the name in %s with number %s is: %s", (country, number, grounds) => {
  expect(matchGroundsOf(company, profile({ company: { country, number } }))).toBe(grounds);
});

test("whatever is compared changes the text by which a comparison is known again, and nothing else does", () => {
  const text = comparedTextOf(person);
  expect(comparedTextOf({ ...person, email: "ann@example.com" } as Entity)).toBe(text);
  for (const changed of [{ reference: "C-9" }, { familyName: "Other" }, { dateOfBirth: "1980-02-04" }])
    expect(comparedTextOf({ ...person, ...changed } as Entity)).not.toBe(text);
});
