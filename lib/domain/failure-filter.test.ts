import { expect, test } from "vitest";
import { failureFilterSchema } from "./failure-filter.ts";

const fileId = "0d6c2a52-9e4e-4a0a-9f61-2f5f6ef0a001";

test("a filter is any of status, code, file and words, or nothing at all", () => {
  const whole = { status: "failed", code: "http_503", fileId, search: "C-1001" };
  expect(failureFilterSchema.parse(whole)).toEqual(whole);
  expect(failureFilterSchema.parse({})).toEqual({});
  expect(failureFilterSchema.parse({ search: "  C-1001 " })).toEqual({ search: "C-1001" });
});

test.each([
  ["a status of clients that are not among them", { status: "created" }],
  ["a code that is none", { code: "" }],
  ["a file that is none", { fileId: "people.csv" }],
  ["more words than anybody types", { search: "x".repeat(201) }],
  ["a word misspelt, without which more would be meant", { state: "failed" }],
])("%s is refused", (_, given) => {
  expect(failureFilterSchema.safeParse(given).success).toBe(false);
});
