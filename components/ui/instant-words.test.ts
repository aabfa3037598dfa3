import { expect, test } from "vitest";
import { instantWords } from "./instant-words.ts";

test("a moment is told in the viewer's zone with the month as a word", () => {
  expect(instantWords("2026-11-23T14:05:09Z", "Europe/London").short).toBe("23 Nov 2026, 14:05");
  expect(instantWords("2026-11-23T23:30:00Z", "Asia/Kolkata").short).toBe("24 Nov 2026, 05:00");
});

test("midnight is 00:00 of the new day", () => {
  expect(instantWords("2026-11-23T00:00:00Z", "UTC").short).toBe("23 Nov 2026, 00:00");
});

test("the long form names the zone and the second", () => {
  const { long } = instantWords("2026-11-23T14:05:09Z", "Asia/Kolkata");
  expect(long).toContain("19:35:09");
  expect(long).toContain("India");
});
