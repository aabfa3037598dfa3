import fc from "fast-check";
import { expect, test } from "vitest";
import { digestOf, opensWith, reseal, seal, unseal } from "./seal.ts";

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

test("a value moved to a new secret opens with that one only", () => {
  const next = "n".repeat(40);
  const moved = reseal(seal("key", secret), { from: secret, to: next });
  expect(unseal(moved, next)).toBe("key");
  expect(opensWith(moved, secret)).toBe(false);
});

test("a value that was moved already is left as it is", () => {
  const moved = seal("key", "n".repeat(40));
  expect(reseal(moved, { from: secret, to: "n".repeat(40) })).toBe(moved);
});

test("a value that neither secret opens is not moved but said", () => {
  const strange = seal("key", "z".repeat(40));
  expect(() => reseal(strange, { from: secret, to: "n".repeat(40) })).toThrow(/CAUSEWAY_SECRET/);
});

test("a digest knows its key again, under one secret only, and does not contain it", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8 }), fc.string({ minLength: 8 }), (one, other) => {
      expect(digestOf(one, secret) === digestOf(other, secret)).toBe(one === other);
      expect(digestOf(one, secret)).not.toBe(digestOf(one, "t".repeat(40)));
      expect(digestOf(one, secret)).not.toContain(one);
    }),
  );
});
