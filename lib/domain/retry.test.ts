import { expect, test } from "vitest";
import { retriedWords } from "./retried-words.ts";
import { type Retried, retriedSchema } from "./retry.ts";

const filter = { status: "failed", code: "http_503", search: "Ottoline Brandywine" } as const;

test("clients of a filter are sent again only with the number that was seen", () => {
  const which = { kind: "filter", filter, expected: 17 };
  expect(retriedSchema.parse(which)).toEqual(which);
  for (const expected of [undefined, 0, -1, 1.5, "17"])
    expect(retriedSchema.safeParse({ ...which, expected }).success).toBe(false);
  expect(retriedSchema.safeParse({ ...which, filter: { ...filter, stauts: "failed" } }).success).toBe(false);
});

test("the audit log is told which filter it was, and never what was searched for", () => {
  const words = retriedWords({ kind: "filter", filter, expected: 17 });
  expect(words).toBe("the 17 failed of a filter: status failed, code http_503, words that were searched for");
  expect(words).not.toMatch(/Ottoline|Brandywine/);
  expect(retriedWords({ kind: "filter", filter: {}, expected: 1 })).toContain("nothing left out");
});

test("every other kind has words for the audit log, too", () => {
  const recordId = "00000000-0001-8000-8000-000000050000";
  const kinds: Retried[] = [
    { kind: "all" },
    { kind: "transient" },
    { kind: "code", code: "201" },
    { kind: "record", recordId },
  ];
  const words = kinds.map(retriedWords);
  expect(new Set(words).size).toBe(kinds.length);
  expect(words[2]).toContain("201");
  expect(words[3]).toContain(recordId);
});
