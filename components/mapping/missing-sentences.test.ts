import { expect, test } from "vitest";
import { fieldOf } from "#lib/domain/field.ts";
import { missingSentences } from "./missing-sentences.ts";

const individual = (...keys: string[]) => keys.flatMap((key) => fieldOf("individual", key) ?? []);
const company = (...keys: string[]) => keys.flatMap((key) => fieldOf("company", key) ?? []);

test("in a file of one kind every row is invalid without a required field", () => {
  expect(missingSentences(individual("dateOfBirth"), ["individual"])).toEqual([
    "No column gives date of birth. Every row will be invalid without it.",
  ]);
  expect(missingSentences([], ["company"])).toEqual([]);
});

test("in a file of both kinds only the rows of the kind that needs it are said to be invalid", () => {
  const missing = [...individual("reference", "dateOfBirth"), ...company("number", "countryOfIncorporation")];
  expect(missingSentences(missing, ["individual", "company"])).toEqual([
    "No column gives client reference. Every row will be invalid without it.",
    "No column gives date of birth. Every person will be invalid without it.",
    "No column gives registration number and country of incorporation. Every company will be invalid without them.",
  ]);
});
