import fc from "fast-check";
import { expect, test } from "vitest";
import { labelOf } from "./label-of.ts";

test.each([
  ["REGISTERED_ADDRESS", "Registered address"],
  ["customer-ref-2", "Customer ref 2"],
  ["tax_id_type", "Tax ID type"],
  ["COMPLETED_PASS", "Passed"],
  ["dob", "Date of birth"],
  ["", ""],
])("%s reads %s", (constant, label) => {
  expect(labelOf(constant)).toBe(label);
});

test("whatever a key is called, its label is text", () => {
  const inherited = fc.constantFrom("constructor", "toString", "__proto__");
  fc.assert(
    fc.property(fc.oneof(fc.string(), inherited), (key) => {
      expect(labelOf(key)).toBeTypeOf("string");
    }),
  );
});
