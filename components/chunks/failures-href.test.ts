import fc from "fast-check";
import { expect, test } from "vitest";
import { notCreatedStatuses } from "#lib/domain/failure-filter.ts";
import { failureFilterOf, failuresHref } from "./failures-href.ts";

const chunk = { migrationId: "m1", id: "c1" };
const asked = (href: string) => new URL(href, "http://localhost").searchParams;

test("a filter survives the way into an address and back, whatever a person typed", () => {
  const words = (maxLength: number) =>
    fc.string({ minLength: 1, maxLength }).filter((typed) => typed.trim() === typed && typed.isWellFormed());
  const filters = fc.record(
    { status: fc.constantFrom(...notCreatedStatuses), code: words(100), fileId: fc.uuid(), search: words(200) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(filters, (filter) => {
      expect(failureFilterOf(asked(failuresHref(chunk, filter)))).toEqual(filter);
    }),
  );
});

test("what a person searched for is not in the address", () => {
  const href = failuresHref(chunk, { search: "Brandywine", code: "http_503" });
  expect(href).toMatch(/^\/migrations\/m1\/chunks\/c1\?code=http_503&search=find-\d+$/);
});

test.each(["status=created", "fileId=people.csv", "search=find-900001", "search=+"])(
  "an address that says %s asks for nothing",
  (words) => expect(failureFilterOf(new URLSearchParams(words))).toEqual({}),
);

test("an empty filter leaves the plain address", () => {
  expect(failuresHref(chunk, { search: "" })).toBe("/migrations/m1/chunks/c1");
});
