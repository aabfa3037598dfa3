import { expect, test } from "vitest";
import { planProblems } from "./plan-problem.ts";

const plan = {
  track: "full_onboarding",
  limitedMethod: null,
  productAliasIndividual: "people",
  productAliasCompany: null,
} as const;

test("a type of client that is ready needs a product; a type that is absent needs none", () => {
  expect(planProblems(plan, { individual: 5, company: 0 })).toEqual({});
  expect(Object.keys(planProblems(plan, { individual: 5, company: 1 }))).toEqual(["productAliasCompany"]);
});

test("limited compliance says how", () => {
  expect(planProblems({ ...plan, track: "limited_compliance" }, { individual: 0, company: 0 })).toHaveProperty(
    "limitedMethod",
  );
});
