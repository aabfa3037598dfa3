import { expect, test } from "vitest";
import type { Entity, Individual } from "../../domain/entity.ts";
import { issueCatalogue, issueCodes } from "../../domain/issue-catalogue.ts";
import type { RuleInput } from "./rule.ts";
import { raggedRow } from "./rules/ragged-row.ts";
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
const codesOf = (
  entity: Entity,
  input: Partial<Pick<RuleInput, "role" | "link">> & { cells?: string[]; unread?: string[] } = {},
) =>
  issuesOf(
    {
      entity,
      role: input.role ?? "client",
      slot: 0,
      link: input.link ?? null,
      cells: input.cells ?? ["a", "b"],
      columns: 2,
      unreadFields: new Set(input.unread ?? []),
      today: "2026-11-23",
    },
    [],
  ).map((issue) => `${issue.code} ${issue.field ?? ""}`.trim());

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
      number: "00123",
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
  ["a placeholder name", { familyName: "TEST" }, ["field.name_suspicious familyName"]],
  ["digits in a name", { givenNames: ["Ann2"] }, ["field.name_suspicious givenNames"]],
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
    "missing",
    "cells",
    "columns",
    "today",
    "given",
    "family",
    "choices",
    "needed",
  ]);
  const places = Object.values(issueCatalogue).flatMap(({ template }) =>
    [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1]),
  );
  expect(places.filter((place) => place !== undefined && !given.has(place))).toEqual([]);
});
