import { expect, test } from "vitest";
import { stageStates } from "./stage-states.ts";

const counts = {
  ...{ clients: 3, excluded: 0, invalid: 0, unchecked: 0, waiting: 3, queued: 0, sending: 0, uncertain: 0 },
  ...{ created: 0, failed: 0, refused: 0, withdrawn: 0 },
};
const facts = { counts, withGaps: 0, invalidAssociates: 0, files: [], hasPlan: false, chunks: [] };
const reviewOf = (changed: Partial<typeof facts>) =>
  stageStates({ ...facts, ...changed }).find(({ slug }) => slug === "review")?.fact;

test("the review says who has errors: clients first, then associates, and nobody only when nobody has", () => {
  expect(reviewOf({})).toBe("No errors");
  expect(reviewOf({ invalidAssociates: 1 })).toBe("1 associate with errors");
  expect(reviewOf({ invalidAssociates: 1, counts: { ...counts, invalid: 2, waiting: 1 } })).toBe(
    "2 clients with errors",
  );
  expect(reviewOf({ counts: { ...counts, clients: 0, waiting: 0 } })).toBe("Nothing checked");
});
