import fc from "fast-check";
import { expect, test } from "vitest";
import { nameKeyOf } from "./name-key.ts";

test.each([
  ["individual", "Zoë van Dürer", "VAN DURER, Zoe", true],
  ["individual", "Ann Mary Example", "Ann Example", true],
  ["individual", "Dr. Ann Example", "ann example", true],
  ["individual", "EXAMPLE Ann", "Ann Example", true],
  ["individual", "Ann Lord", "LORD Ann", true],
  ["individual", "Dr Ann Lord", "Ann Lord", true],
  ["individual", "Ann Example", "Anna Example", false],
  ["company", "Example Trading Ltd.", "EXAMPLE TRADING LIMITED", true],
  ["company", "Beispiel GmbH & Co. KG", "Beispiel", true],
  ["company", "Esempio S.p.A.", "Esempio SpA", true],
  ["company", "Example Trading Ltd", "Example Holding Ltd", false],
] as const)("%s “%s” and “%s” may be the same: %s", (entityType, one, other, isSame) => {
  expect(nameKeyOf(entityType, one) === nameKeyOf(entityType, other)).toBe(isSame);
});

test("a name of nothing but titles or legal forms is still a name; no name is none", () => {
  expect(nameKeyOf("company", "Limited")).not.toBe("");
  expect(nameKeyOf("individual", "Miss Dr")).not.toBe("");
  expect(nameKeyOf("company", " -- ")).toBe("");
});

test("a person and a company never share a key", () => {
  expect(nameKeyOf("individual", "Example")).not.toBe(nameKeyOf("company", "Example"));
});

/** No title begins with an x. */
const givenName = fc.stringMatching(/^x[a-z]{1,8}$/);
const word = fc.stringMatching(/^[a-z]{2,9}$/);
test("case, accents, blanks and the order of given and family name never matter", () => {
  fc.assert(
    fc.property(givenName, word, fc.array(word, { maxLength: 2 }), (given, family, middle) => {
      const key = nameKeyOf("individual", `${given} ${family}`);
      expect(nameKeyOf("individual", `${family.toUpperCase()},  ${given}`)).toBe(key);
      expect(nameKeyOf("individual", [given, ...middle, family].join(" ").normalize("NFD"))).toBe(key);
    }),
  );
});
