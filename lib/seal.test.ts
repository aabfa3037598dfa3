import fc from "fast-check";
import { expect, test } from "vitest";
import { seal, unseal } from "./seal.ts";

const secret = "s".repeat(40);

test("what was sealed comes back, whatever it is", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => unseal(seal(text, secret), secret) === text));
});

test("another secret cannot open it, and says what is wrong", () => {
  expect(() => unseal(seal("key", secret), "t".repeat(40))).toThrow(/CAUSEWAY_SECRET/);
});

test("the same key sealed twice does not look the same", () => {
  expect(seal("key", secret)).not.toBe(seal("key", secret));
});

test("an altered seal is refused", () => {
  const sealed = seal("a longer key", secret);
  const last = sealed.endsWith("A") ? "B" : "A";
  expect(() => unseal(sealed.slice(0, -1) + last, secret)).toThrow();
});
