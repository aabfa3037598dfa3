import { expect, test } from "vitest";
import { dayWords } from "./day-words.ts";

test("a calendar day stays the day it is", () => {
  expect(dayWords("2026-11-23")).toBe("23 Nov 2026");
  expect(dayWords("1980-01-01")).toBe("1 Jan 1980");
});
