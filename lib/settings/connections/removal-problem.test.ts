import { expect, test } from "vitest";
import { removalProblem } from "./removal-problem.ts";

const nothing = { planned: [], chunks: 0, smokeRuns: 0 };

test("nothing hangs on it: it may go", () => {
  expect(removalProblem("Demo", nothing)).toBeNull();
});

test("what was sent through it keeps it for good, whatever else hangs on it", () => {
  expect(removalProblem("Demo", { planned: ["A"], chunks: 3, smokeRuns: 1 })).toMatch(/^3 chunks were made for “Demo”/);
});

test("the plans that name it are named", () => {
  expect(removalProblem("Demo", { ...nothing, planned: ["A"] })).toMatch(/^The plan of the migration “A” sends/);
  expect(removalProblem("Demo", { ...nothing, planned: ["A", "B", "C"] })).toMatch(
    /^The plans of the migrations “A”, “B” and “C” send/,
  );
});
