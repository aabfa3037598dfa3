import { expect, test } from "vitest";
import { nobodyIsInvalid, type Review, whatIsLeft } from "./what-is-left.ts";

type Cause = Review["causes"][number];
const review = (counts: Partial<Review["counts"]>, { invalid = 0, causes = [] as Partial<Cause>[] } = {}) =>
  ({
    counts: { clients: 0, excluded: 0, invalid: 0, unchecked: 0, waiting: 0, ...counts },
    families: { associates: 0, links: 0, invalid },
    causes,
  }) as Review;
const warning: Partial<Cause> = { severity: "warning", bars: [], acknowledged: null };

test("nobody is invalid once every client is ready or excluded, and no associate has an error", () => {
  expect(nobodyIsInvalid(review({ clients: 3, waiting: 2, excluded: 1 }))).toBe(true);
  expect(nobodyIsInvalid(review({ clients: 3, waiting: 2, invalid: 1 }))).toBe(false);
  expect(nobodyIsInvalid(review({ clients: 3, waiting: 2, unchecked: 1 }))).toBe(false);
  expect(nobodyIsInvalid(review({ clients: 3, waiting: 3 }, { invalid: 1 }))).toBe(false);
  expect(nobodyIsInvalid(review({}))).toBe(false);
});

test("warnings that wait for an answer are counted; those of one track, acknowledged ones and notes are not", () => {
  const settled = { by: "Olivia", at: "2026-11-26T09:00:00Z", reason: "Looked at", count: 2, holds: true };
  const causes = [
    warning,
    { ...warning, acknowledged: { ...settled, holds: false } },
    { ...warning, acknowledged: settled },
    { ...warning, bars: ["full_onboarding" as const] },
    { ...warning, severity: "info" as const },
  ];
  expect(whatIsLeft(review({ clients: 3, waiting: 3 }, { causes }))).toContain("2 warnings below are not acknowledged");
  expect(whatIsLeft(review({ clients: 3, waiting: 3 }, { causes: causes.slice(2) }))).toContain("No warning waits");
});

test("where everybody is excluded it is said that nobody will be sent", () => {
  expect(whatIsLeft(review({ clients: 2, excluded: 2 }))).toBe("Every client is excluded: nobody will be sent.");
});
