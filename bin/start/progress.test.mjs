import { expect, test } from "vitest";
import { durationWords, progressOn } from "./progress.mjs";

const dumbTerminal = () => {
  const written = [];
  return { written, out: { isTTY: false, on: () => {}, write: (text) => written.push(text) } };
};

test.each([
  [40, "0.0 s"],
  [9949, "9.9 s"],
  [9960, "10 s"],
  [59_400, "59 s"],
  [125_000, "2 min 5 s"],
])("%d ms is said as %s", (ms, words) => {
  expect(durationWords(ms)).toBe(words);
});

test("what is not a terminal gets one finished line per step and no control characters", async () => {
  const { out, written } = dumbTerminal();
  const progress = progressOn(out);
  await progress.step("Starting the database", () => "Started the database");
  await progress.step("Installing packages", () => undefined);
  expect(written.join("")).toMatch(/^✓ Started the database \d\.\d s\n$/);
});

test("a step that fails says nothing itself and passes the trouble on", async () => {
  const { out, written } = dumbTerminal();
  const failing = progressOn(out).step("Building", () => Promise.reject(new Error("broken")));
  await expect(failing).rejects.toThrow("broken");
  expect(written).toEqual([]);
});
