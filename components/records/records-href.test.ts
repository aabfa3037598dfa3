import fc from "fast-check";
import { expect, test } from "vitest";
import { recordFilterNames, recordFilterOf, recordsHref } from "./records-href.ts";

test("a filter survives the way into an address and back, whatever a person typed", () => {
  const word = fc.string({ minLength: 1, unit: "grapheme" });
  const filters = fc.record(Object.fromEntries(recordFilterNames.map((name) => [name, word])), { requiredKeys: [] });
  fc.assert(
    fc.property(filters, (filter) => {
      const url = new URL(recordsHref("m1", filter), "http://localhost");
      expect(recordFilterOf(url.searchParams)).toEqual(filter);
    }),
  );
});

test("an empty filter leaves the plain address", () => {
  expect(recordsHref("m1", { search: "" })).toBe("/migrations/m1/records");
});
