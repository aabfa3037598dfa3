import { expect, test } from "vitest";
import { existingProblemOf } from "./existing-problem.ts";

const fine = { connectionName: "Live", isSweepNeeded: false, undecided: 0, notCompared: 0 };

test("a chunk whose clients are all compared and decided may leave", () => {
  expect(existingProblemOf(fine)).toBeNull();
});

test("what a person must do first is said first", () => {
  const all = { ...fine, isSweepNeeded: true, undecided: 1, notCompared: 1200 };
  expect(existingProblemOf(all)).toMatch(/^It is not known .* “Live”/);
  expect(existingProblemOf({ ...all, isSweepNeeded: false })).toMatch(/^1 client of this chunk could be/);
  expect(existingProblemOf({ ...fine, notCompared: 1200 })).toMatch(/^1,200 clients of this chunk came or changed/);
});
