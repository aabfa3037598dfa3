import fc from "fast-check";
import { expect, test } from "vitest";
import { referenceTagLengthMax, referenceTagOf } from "./reference-tag.ts";

test("an ordinary reference stays readable in its tag", () => {
  expect(referenceTagOf("CRM-000123/A")).toBe("MIGREF-CRM-000123/A");
});

test("what is not plain ASCII is percent-encoded, and so is the percent sign", () => {
  expect(referenceTagOf("Zoë 1")).toBe("MIGREF-Zo%C3%AB%201");
  expect(referenceTagOf("%20")).toBe("MIGREF-%2520");
});

test("long references that differ only at their end keep different tags of at most 100 characters", () => {
  const one = referenceTagOf(`${"x".repeat(300)}1`);
  const other = referenceTagOf(`${"x".repeat(300)}2`);
  expect(one).not.toBe(other);
  expect(one).toHaveLength(referenceTagLengthMax);
  expect(one).toMatch(/^MIGREF-x+-[0-9a-f]{16}$/);
});

test("a tag is cut between escapes, never inside one", () => {
  for (const padding of ["", "a", "ab"]) {
    expect(referenceTagOf(padding + "é".repeat(60))).toMatch(/^MIGREF-a?b?(%C3%A9)*(%C3)?-[0-9a-f]{16}$/);
  }
});

test("every reference gives printable ASCII without blanks, never over 100 characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (reference) => {
      expect(referenceTagOf(reference)).toMatch(/^MIGREF-[\x21-\x7e]{0,93}$/);
    }),
  );
});

test("two references never share a tag", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 60 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      fc.pre(one !== other);
      expect(referenceTagOf(one)).not.toBe(referenceTagOf(other));
    }),
  );
});
