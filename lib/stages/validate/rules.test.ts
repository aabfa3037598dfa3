import { expect, test } from "vitest";
import type { Entity, Individual } from "../../domain/entity.ts";
import { issueCatalogue, issueCodes } from "../../domain/issue-catalogue.ts";
import { nothingFound, type RuleInput } from "./rule.ts";
import { capitalName } from "./rules/capital-name.ts";
import { companyInPerson } from "./rules/company-in-person.ts";
import { companyNumber } from "./rules/company-number.ts";
import { lei } from "./rules/lei.ts";
import { namesEqual } from "./rules/names-equal.ts";
import { placeholderDate } from "./rules/placeholder-date.ts";
import { raggedRow } from "./rules/ragged-row.ts";
import { titleInName } from "./rules/title-in-name.ts";
import { codesFoundElsewhere, issuesOf, rules } from "./rules.ts";

const address = { country: "GBR", route: "1 Elm Road", locality: "Leeds", postalCode: "LS1 1AA" };
const ann: Individual = {
  entityType: "individual",
  reference: "1",
  givenNames: ["Ann"],
  familyName: "Smith",
  dateOfBirth: "1980-04-03",
  address,
};
type Circumstances = Partial<Pick<RuleInput, "role" | "link" | "document">> & { cells?: string[]; unread?: string[] };
const inputOf = (entity: Entity, input: Circumstances = {}): RuleInput => ({
  entity,
  role: input.role ?? "client",
  slot: 0,
  link: input.link ?? null,
  document: input.document ?? null,
  cells: input.cells ?? ["a", "b"],
  columns: 2,
  unreadFields: new Set(input.unread ?? []),
  today: "2026-11-23",
});
const codesOf = (entity: Entity, input: Circumstances = {}) =>
  issuesOf(inputOf(entity, input), []).map((issue) => `${issue.code} ${issue.field ?? ""}`.trim());

test("every code of the catalogue is found by a rule, by cleaning, or over the whole migration; and none is found that it does not have", () => {
  const found = [...rules, raggedRow].flatMap((rule) => rule.codes as readonly string[]);
  expect(new Set([...found, ...codesFoundElsewhere])).toEqual(new Set(issueCodes));
});

test("a client with the minimum data and a full address has no issue", () => {
  expect(codesOf(ann)).toEqual([]);
  expect(
    codesOf({
      entityType: "company",
      reference: "1",
      name: "3i Group",
      number: "00123456",
      countryOfIncorporation: "GBR",
    }),
  ).toEqual([]);
});

test.each<[string, Partial<Individual>, string[]]>([
  [
    "nothing",
    { reference: undefined, givenNames: undefined, familyName: undefined, dateOfBirth: undefined, address: undefined },
    [
      "field.required reference",
      "field.required givenNames",
      "field.required familyName",
      "field.required dateOfBirth",
      "field.required address.country",
      "record.full_address_incomplete",
    ],
  ],
  ["only a country", { address: { country: "GBR" } }, ["record.full_address_incomplete"]],
  ["an address in one line", { address: { country: "GBR", text: "1 Elm Road, Leeds" } }, []],
  ["a birth tomorrow", { dateOfBirth: "2026-11-24" }, ["field.date_future dateOfBirth"]],
  ["a birth before 1900", { dateOfBirth: "1899-12-31" }, ["field.date_early dateOfBirth"]],
  ["seventeen years", { dateOfBirth: "2008-11-24" }, ["field.under_age dateOfBirth"]],
  ["eighteen years today", { dateOfBirth: "2008-11-23" }, []],
  ["an e-mail address without a domain", { email: "ann@home" }, ["field.email email"]],
  ["two e-mail addresses", { email: "ann@a.example;ann@b.example" }, ["field.email email"]],
  ["a placeholder name", { familyName: "Test" }, ["field.name_suspicious familyName"]],
  ["digits in a name", { givenNames: ["Ann2"] }, ["field.name_suspicious givenNames"]],
  ["a birthday that stands for “unknown”", { dateOfBirth: "1970-01-01" }, ["field.date_placeholder dateOfBirth"]],
  ["the day before it", { dateOfBirth: "1969-12-31" }, []],
  [
    "a day that stands for “unknown” and is no birthday of the living",
    { dateOfBirth: "1111-11-11" },
    ["field.date_early dateOfBirth"],
  ],
  ["a family name in capitals", { familyName: "O’NEILL-ŁUCZAK" }, ["field.name_all_caps familyName"]],
  ["both names in capitals", { givenNames: ["ANN"], familyName: "SMITH" }, ["field.name_all_caps familyName"]],
  ["given names in Greek capitals", { givenNames: ["ΕΛΕΝΗ"] }, ["field.name_all_caps givenNames"]],
  ["initials", { givenNames: ["J.", "R."], familyName: "Ng" }, []],
  ["a short name in capitals, which may be initials", { familyName: "NG" }, []],
  ["a name in a script without capitals", { familyName: "山田太郎" }, []],
  ["a title before the given name", { givenNames: ["Mr", "John"] }, ["field.title_in_name givenNames"]],
  ["a title before the given name in one cell", { givenNames: ["Dr. Ann"] }, ["field.title_in_name givenNames"]],
  [
    "a title for a given name",
    { givenNames: ["MRS"] },
    ["field.name_all_caps givenNames", "field.title_in_name givenNames"],
  ],
  ["a title before the family name", { familyName: "Miss Day" }, ["field.title_in_name familyName"]],
  ["a family name that is a title elsewhere", { familyName: "Dr" }, []],
  ["names that begin like titles", { givenNames: ["Missy", "Drew"], familyName: "Mrsic" }, []],
  [
    "a limited company for a name",
    { givenNames: ["Alder", "Trading"], familyName: "Ltd" },
    ["field.company_in_person familyName"],
  ],
  [
    "a German company for a name",
    { givenNames: ["Alder", "GmbH", "&"], familyName: "Co. KG" },
    ["field.company_in_person givenNames"],
  ],
  ["a Polish company for a family name", { familyName: "Alder Sp. z o.o." }, ["field.company_in_person familyName"]],
  ["a family name that is a legal form elsewhere", { familyName: "Sa" }, []],
  ["a family name that holds a legal form", { familyName: "Incledon" }, []],
  [
    "one name twice",
    { givenNames: ["SMITH"], familyName: "Smith" },
    ["field.name_all_caps givenNames", "field.names_equal familyName"],
  ],
  ["a family name among several given names", { givenNames: ["Smith", "Ann"], familyName: "Smith" }, []],
  ["a name in another script", { familyName: "Иванова" }, []],
  ["a name with marks", { familyName: "O’Neill-Łuczak" }, []],
  ["two cells run together", { familyName: "Ab".repeat(128) }, ["field.too_long familyName"]],
])("of a client with %s is said what is wrong, and no more", (_, change, codes) => {
  expect(codesOf({ ...ann, ...change })).toEqual(codes);
});

test("a value that could not be read is not called missing as well", () => {
  expect(codesOf({ ...ann, dateOfBirth: undefined }, { unread: ["dateOfBirth"] })).toEqual([]);
});

test("a shifted row is said to be shifted and nothing else; empty cells behind the last column shift nothing", () => {
  expect(codesOf({ entityType: "individual" }, { cells: ["a"] })).toEqual(["row.ragged"]);
  expect(codesOf({ entityType: "individual" }, { cells: ["a", "b", "c"] })).toEqual(["row.ragged"]);
  expect(codesOf(ann, { cells: ["a", "b", "", ""] })).toEqual([]);
});

test("American and Canadian companies need their state", () => {
  const company = {
    entityType: "company",
    reference: "1",
    name: "Acme",
    number: "1",
    countryOfIncorporation: "USA",
  } as const;
  expect(codesOf(company)).toEqual(["record.state_required stateOfIncorporation"]);
  expect(codesOf({ ...company, stateOfIncorporation: "DE" })).toEqual([]);
});

const acme = {
  entityType: "company",
  reference: "1",
  name: "Acme",
  number: "01234567",
  countryOfIncorporation: "GBR",
  address,
} as const;

test.each([
  ["a valid LEI", { lei: "5493001KJTIIGC8Y1R12" }, []],
  ["an LEI with two characters swapped", { lei: "5493001KJTIICG8Y1R12" }, ["field.lei lei"]],
  ["an LEI that lost a character", { lei: "493001KJTIIGC8Y1R12" }, ["field.lei lei"]],
  ["an LEI with a blank", { lei: "5493001KJTIIGC8Y1R 2" }, ["field.lei lei"]],
  ["a number that lost its zero", { number: "1234567" }, ["field.company_number number"]],
  ["a number of a country nobody knows", { number: "1", countryOfIncorporation: "BRA" }, []],
  ["no country", { countryOfIncorporation: undefined }, ["field.required countryOfIncorporation"]],
  ["a name in capitals, as registers write them", { name: "ACME LIMITED" }, []],
])("of a company with %s is said what is wrong, and no more", (_, change, codes) => {
  expect(codesOf({ ...acme, ...change })).toEqual(codes);
});

test("new checks of form are warnings and notes: a register may be right against us", () => {
  const codes = [capitalName, companyInPerson, companyNumber, lei, namesEqual, placeholderDate, titleInName].flatMap(
    (rule) => rule.codes,
  );
  expect(codes.map((code) => issueCatalogue[code].severity)).not.toContain("error");
});

test("a rule that finds nothing gives the one empty list: a million rows are asked", () => {
  for (const rule of rules) expect(rule.check(inputOf(ann)), String(rule.codes)).toBe(nothingFound);
});

test("what Passfort takes only together is told of when one half is missing, an address once", () => {
  const address = { country: "GBR", route: "New Road", locality: "Leeds", postalCode: "LS1" };
  const person: Individual = {
    entityType: "individual",
    reference: "1",
    givenNames: ["Ann"],
    familyName: "Smith",
    dateOfBirth: "1980-01-01",
    address,
  };
  expect(codesOf({ ...person, nationalId: { number: "1" } })).toEqual(["field.needs_other nationalId.number"]);
  expect(codesOf({ ...person, nationalId: { country: "GBR" } })).toEqual([]);
  const two = (country: string) => ({
    nationalId: { number: "1", country: "GBR" },
    nationalId2: { number: "2", country },
  });
  expect(codesOf({ ...person, ...two("GBR") })).toEqual(["field.same_country nationalId2.number"]);
  expect(codesOf({ ...person, ...two("ESP") })).toEqual([]);
  expect(codesOf({ ...person, address2: { route: "Old Road", locality: "York" } })).toEqual([
    "field.needs_other address2.route",
  ]);
  expect(codesOf({ ...person, address: { ...address, endDate: "2001-01-01" } })).toEqual([
    "field.needs_other address.endDate",
  ]);
});

test("the address of a company needs its country as soon as it says more, for Passfort takes none without", () => {
  const company = { entityType: "company", reference: "C-1", name: "Example Ltd", number: "00910001" } as const;
  const codes = (address: Record<string, string>) =>
    codesOf({ ...company, countryOfIncorporation: "GBR", address }).filter((code) => code.startsWith("field."));
  expect(codes({ text: "1 Elm Road, Leeds" })).toEqual(["field.required address.country"]);
  expect(codes({ text: "1 Elm Road, Leeds", country: "GBR" })).toEqual([]);
});

test("every place in a template is a fact some rule gives", () => {
  const given = new Set([
    "field",
    "value",
    "length",
    "max",
    "format",
    "age",
    "country",
    "count",
    "cells",
    "columns",
    "today",
    "given",
    "family",
    "choices",
    "needed",
    "because",
    "registry",
    "message",
    "code",
    "levels",
    "owners",
    "size",
    "limit",
    "total",
    "missing",
    "companies",
    "profiles",
  ]);
  const places = Object.values(issueCatalogue).flatMap(({ template }) =>
    [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1]),
  );
  expect(places.filter((place) => place !== undefined && !given.has(place))).toEqual([]);
});
