import { expect, test } from "vitest";
import { pageTitleOf } from "./page-title.ts";

const chunk = {
  number: 3,
  clientCount: 200,
  migrationName: "Book 2026",
  deliveries: { queued: 100, sending: 0, created: 90, uncertain: 0, failed: 10, refused: 0, withdrawn: 0 },
};

test("the tab of a live chunk begins with how far it is", () => {
  expect(pageTitleOf({ ...chunk, status: "running" })).toBe("50 % · Chunk 3, running · Book 2026 · Causeway");
});

test("the tab of a chunk that is not sending has no progress", () => {
  expect(pageTitleOf({ ...chunk, status: "draft" })).toBe("Chunk 3, draft · Book 2026 · Causeway");
});
