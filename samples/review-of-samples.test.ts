import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { EntityType } from "#lib/domain/entity.ts";
import { fieldsByEntityType } from "#lib/domain/field.ts";
import { suggestionsOf } from "#lib/stages/map/suggest.ts";
import { rowChecker } from "#lib/stages/validate/check-row.ts";
import { issueCatalogue } from "../lib/domain/issue-catalogue.ts";
import { watchColumns } from "../lib/domain/watch-columns.ts";

const individuals = reviewOf("legacy-individuals.csv", "individual");
const companies = reviewOf("legacy-companies.csv", "company");

test.each([
  ["individual", individuals],
  ["company", companies],
] as const)(
  "every field a client of type %s must have is suggested from the headers of the sample book",
  (entityType, review) => {
    const needed = fieldsByEntityType[entityType]
      .filter((field) => field.required === "always")
      .map((field) => field.key);
    expect(review.suggested).toEqual(expect.arrayContaining(needed));
  },
);

test("review finds the problems that the sample book has on purpose, and no other errors", () => {
  expect(individuals.errors).toEqual({
    "field.country address.country": 2,
    "field.date_future dateOfBirth": 1,
    "field.date_impossible dateOfBirth": 2,
    "field.email email": 1,
    "field.required dateOfBirth": 3,
    "field.required familyName": 1,
  });
  expect(companies.errors).toEqual({
    "field.country countryOfIncorporation": 1,
    "field.required number": 1,
    "record.state_required stateOfIncorporation": 1,
  });
});

/** What a person sees who takes every suggestion. Doubled references are found across rows, in the database, not here. */
function reviewOf(file: string, entityType: EntityType) {
  const [header = [], ...rows]: string[][] = parse(readFileSync(join(import.meta.dirname, file)));
  const watch = watchColumns();
  for (const [at, row] of rows.entries()) watch.see(row, at + 1);
  const columns = watch
    .found(header.length)
    .map(({ index, samples, dates }) => ({ index, name: header[index] ?? "", values: samples, dates }));
  const suggestions = suggestionsOf(columns, entityType).map(({ suggestion }) => suggestion);
  const assignments = suggestions.map((suggestion, column) => ({
    column,
    field: suggestion?.field ?? null,
    transforms: suggestion?.transforms ?? [],
  }));
  const check = rowChecker(
    { assignments, constants: [] },
    { kind: "clients", entityType },
    header.length,
    "2026-11-23",
  );
  const errors: Record<string, number> = {};
  for (const found of rows.flatMap((row) => check(row).flatMap(({ isValid, issues }) => (isValid ? [] : issues)))) {
    if (issueCatalogue[found.code].severity !== "error") continue;
    const cause = `${found.code} ${found.field ?? ""}`.trim();
    errors[cause] = (errors[cause] ?? 0) + 1;
  }
  return { suggested: suggestions.map((suggestion) => suggestion?.field), errors };
}
