import { expect, test } from "vitest";
import { stepsOf } from "./steps-of.ts";

test("the profile comes first and the tag it can be found by comes right after", () => {
  const steps = stepsOf("C-17", ["migrated", "batch 1"]);
  expect(steps.map((step) => step.kind)).toEqual(["create_profile", "add_tag", "add_tag", "add_tag"]);
  expect(steps[1]?.subject).toBe("MIGREF-C-17");
});

test("a tag named twice is added once", () => {
  expect(stepsOf("C-17", ["migrated", "migrated", "MIGREF-C-17"])).toHaveLength(3);
});
