import { expect, test } from "vitest";
import { causesMatching, severityFilterOf } from "./severity-filter.ts";

test("an address with a word that is no severity shows everything", () => {
  expect(severityFilterOf("error")).toBe("error");
  expect(severityFilterOf("errors")).toBe("all");
  expect(severityFilterOf(null)).toBe("all");
});

test("a filter keeps the causes of its severity, all keeps every one", () => {
  const causes = [{ severity: "error" as const }, { severity: "warning" as const }, { severity: "error" as const }];
  expect(causesMatching(causes, "error")).toHaveLength(2);
  expect(causesMatching(causes, "info")).toHaveLength(0);
  expect(causesMatching(causes, "all")).toHaveLength(3);
});
