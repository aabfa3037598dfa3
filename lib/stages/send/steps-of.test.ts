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

test("a family is sent company by company, associates before the write that links them, and the plan's tags last", () => {
  const associate = (reference: string, isReady = true) => ({
    reference,
    ownerReference: "C-17",
    recordId: "r",
    entity: { entityType: "individual" } as const,
    isReady,
    places: [],
    leftOut: 0,
  });
  const steps = stepsOf(
    "C-17",
    ["migrated"],
    [
      { reference: "C-17", associates: [associate("C-17/P-1"), associate("C-17/P-2", false)] },
      { reference: "C-17/H-1", associates: [associate("C-17/H-1/P-3", false)] },
    ],
  );
  expect(steps.map(({ kind, subject, gap }) => `${kind} ${subject}${gap ? ` ${gap.code}` : ""}`)).toEqual([
    "create_profile ",
    "add_tag MIGREF-C-17",
    "create_associate C-17/P-1",
    "create_associate C-17/P-2 not_ready",
    "link_associates C-17",
    "create_associate C-17/H-1/P-3 not_ready",
    "add_tag migrated",
  ]);
});
