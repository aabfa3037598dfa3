import { expect, test } from "vitest";
import { pageAfterSignIn } from "./sign-in.ts";

test("signing in leads back to the page that was asked for", () => {
  expect(pageAfterSignIn("/migrations/1/review?severity=error")).toBe("/migrations/1/review?severity=error");
});

test.each([
  [null],
  [""],
  ["https://elsewhere.example/"],
  ["//elsewhere.example"],
  ["/\\elsewhere.example"],
  ["javascript:alert(1)"],
  ["/sign-in?next=/sign-in"],
])("signing in never leads to another site or round in a circle: %s", (next) => {
  expect(pageAfterSignIn(next)).toBe("/");
});
