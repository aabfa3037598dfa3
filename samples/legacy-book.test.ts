import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { committedBook, legacyBook } from "./generate-legacy-book.ts";

const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true });
const book = legacyBook(committedBook);
const people = rowsOf(book.individualsCsv);
const companies = rowsOf(book.companiesCsv);
const count = (rows: Record<string, string>[], isMeant: (row: Record<string, string>) => boolean) =>
  rows.filter(isMeant).length;

test("the same seed gives the same bytes, another seed gives others", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 60 }), (seed, clients) => {
      expect(legacyBook({ seed, clients })).toEqual(legacyBook({ seed, clients }));
    }),
    { numRuns: 20 },
  );
  expect(legacyBook({ seed: 8, clients: 20 })).not.toEqual(legacyBook({ seed: 9, clients: 20 }));
});

test("the sample files are what the generator writes", () => {
  const sample = (name: string) => readFileSync(join(import.meta.dirname, name), "utf8");
  expect(sample("legacy-individuals.csv")).toBe(book.individualsCsv);
  expect(sample("legacy-companies.csv")).toBe(book.companiesCsv);
});

test("a longer book begins with the rows of a shorter one", () => {
  expect(legacyBook({ seed: 3, clients: 90 }).individualsCsv).toContain(
    legacyBook({ seed: 3, clients: 40 }).individualsCsv,
  );
});

test("500 clients are 400 people and 100 companies, each row as wide as its header", () => {
  expect([people.length, companies.length]).toEqual([400, 100]);
  expect(new Set([...people, ...companies].map((row) => Object.keys(row).length))).toEqual(new Set([20]));
});

test("a prefix stands before every reference, so that one book can travel twice", () => {
  const { individualsCsv, companiesCsv } = legacyBook({ ...committedBook, prefix: "RUN2-" });
  for (const row of [...rowsOf(individualsCsv), ...rowsOf(companiesCsv)]) expect(row.CUST_NO).toMatch(/^RUN2-\d{8}$/);
});

test("references are unique but for the two that are doubled on purpose", () => {
  const references = [...people, ...companies].map((row) => row.CUST_NO);
  expect(references.length - new Set(references).size).toBe(2);
});

test("about 3 % of the people have a problem a reviewer can find", () => {
  expect(count(people, (row) => row.DATE_OF_BIRTH === "")).toBe(3);
  expect(count(people, (row) => row.DATE_OF_BIRTH?.startsWith("31/02/") ?? false)).toBe(2);
  expect(count(people, (row) => row.DATE_OF_BIRTH?.endsWith("/2087") ?? false)).toBe(1);
  expect(count(people, (row) => ["XX", "Untied Kingdom", "n/a"].includes(row.COUNTRY ?? ""))).toBe(2);
  expect(count(people, (row) => row.SURNAME === "")).toBe(1);
  expect(count(people, (row) => row.EMAIL_ADDR?.includes("(at)") ?? false)).toBe(1);
});

test("three companies lack what their register would have", () => {
  expect(count(companies, (row) => row.REG_NO === "")).toBe(1);
  expect(count(companies, (row) => ["XX", "Untied Kingdom", "n/a"].includes(row.COUNTRY_INC ?? ""))).toBe(1);
  const isAmerican = (row: Record<string, string>) => ["United States", "US", "USA"].includes(row.COUNTRY_INC ?? "");
  expect(count(companies, (row) => isAmerican(row) && row.STATE_INC === "")).toBe(1);
  expect(count(companies, (row) => isAmerican(row) && row.STATE_INC !== "")).toBeGreaterThan(1);
});

test("the book has what breaks careless importers", () => {
  expect(book.individualsCsv).toMatch(/"Flat \d+\n\d+/);
  expect(book.individualsCsv.split("\r\n").length).toBe(402);
  expect(book.companiesCsv).toContain('"""');
  expect(people.some((row) => row.CUST_NO?.startsWith("00"))).toBe(true);
  expect(companies.some((row) => /^00\d{6}$/.test(row.REG_NO ?? ""))).toBe(true);
  expect(people.some((row) => /[^\x20-\x7e]/.test(row.SURNAME ?? ""))).toBe(true);
  for (const spelling of ["UK", "GB", "United Kingdom", "England"])
    expect(people.map((row) => row.COUNTRY)).toContain(spelling);
});

test("nobody can be reached: addresses and numbers are those reserved for examples and drama", () => {
  for (const row of people) {
    expect(row.EMAIL_ADDR).toMatch(/^$|@example\.(?:com|org|net)$|\(at\)example\.com$/);
    expect(row.MOBILE_TEL).toMatch(/^$|^07700 900\d{3}$/);
  }
  for (const row of companies) {
    expect(row.CONTACT_EMAIL).toMatch(/^$|\.example$/);
    expect(row.TEL).toMatch(/^$|^020 7946 0\d{3}$/);
  }
});
