import { expect, test } from "vitest";
import { paceWords } from "./file-words.ts";

const since = "2026-11-23T09:00:00.000Z";
const at = (seconds: number) => Date.parse(since) + seconds * 1000;

test("reading tells rows a second and the time left, and nothing before it can know", () => {
  const file = { parsingSince: since, parsedRows: 100_000, progress: 0.25 };
  expect(paceWords(file, at(10))).toBe(" 10,000 rows a second, about 30 s left.");
  expect(paceWords({ ...file, progress: 0.01 }, at(10))).toMatch(/about 17 min left/);
  expect(paceWords(file, at(0.5))).toBe("");
  expect(paceWords({ ...file, parsingSince: null }, at(10))).toBe("");
});
