import { expect, test } from "vitest";
import { ProblemError } from "#lib/client/call.ts";
import { unplacedProblem } from "./unplaced-problem.ts";

const problem = (fields?: Record<string, string>) =>
  new ProblemError({ kind: "invalid_input", sentence: "No.", fields }, 400);

test("a problem that stands at its field is not told a second time", () => {
  expect(unplacedProblem(problem({ reason: "Say why" }), ["reason"])).toBeNull();
});

test("a problem is never swallowed: not without fields, nor when one of them has no place on the form", () => {
  expect(unplacedProblem(problem(), ["reason"])?.message).toBe("No.");
  expect(unplacedProblem(problem({ reason: "Say why", recordIds: "Too many" }), ["reason"])?.message).toBe("No.");
  expect(unplacedProblem(null, ["reason"])).toBeNull();
});
