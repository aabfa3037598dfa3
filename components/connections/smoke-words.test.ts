import { expect, test } from "vitest";
import { lookOfStep, tookWords } from "./smoke-words.ts";

test.each([
  [0, "0 ms"],
  [999, "999 ms"],
  [1000, "1.0 s"],
  [2140, "2.1 s"],
  [9949, "9.9 s"],
  [9950, "10 s"],
  [60_400, "60 s"],
])("%i ms read as %s", (ms, words) => {
  expect(tookWords(ms)).toBe(words);
});

test("a step without a result is told apart: under way, or waiting", () => {
  expect(lookOfStep({ result: null, startedAt: "2026-11-23T09:00:00.000Z" }).label).toBe("Under way");
  expect(lookOfStep({ result: null, startedAt: null }).label).toBe("Waiting");
  expect(lookOfStep({ result: "differs", startedAt: null }).label).toBe("Differs");
});
