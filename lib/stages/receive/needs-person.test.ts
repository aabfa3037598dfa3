import { expect, test } from "vitest";
import { needsPerson } from "./needs-person.ts";

test("an application that is decided waits for nobody, whatever was said before", () => {
  for (const status of ["APPROVED", "REJECTED", "CANCELLED"]) expect(needsPerson(status, true)).toBe(false);
});

test("an application in review waits for a person even when no event said so", () => {
  expect(needsPerson("IN_REVIEW", false)).toBe(true);
});

test("a fresh application waits for a person only when Passfort asked for one", () => {
  expect(needsPerson("APPLIED", false)).toBe(false);
  expect(needsPerson("APPLIED", true)).toBe(true);
});
