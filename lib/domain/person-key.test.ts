import fc from "fast-check";
import { expect, test } from "vitest";
import { personKeyOf } from "./person-key.ts";

const born = "1980-04-13";
const ofAnn = personKeyOf(["Ann"], "Smith", born);

test.each<[readonly string[], string]>([
  [["ANN"], "SMITH"],
  [["  Ann "], "Smith"],
  [["Änn"], "Šmith"],
  [["A-n", "n"], "Smith"],
  [[], "Ann Smith"],
])("%j %s is the same person as Ann Smith", (given, family) => {
  expect(personKeyOf(given, family, born)).toBe(ofAnn);
});

test.each<[readonly string[], string, string]>([
  [["Anna"], "Smith", born],
  [["Ann"], "Smyth", born],
  [["Smith"], "Ann", born],
  [["Ann"], "Smith", "1980-04-14"],
])("%j %s, born on %s, is somebody else", (given, family, day) => {
  expect(personKeyOf(given, family, day)).not.toBe(ofAnn);
});

test("a hundred thousand people who differ in a letter or a day have as many keys", () => {
  const keys = new Set<string>();
  for (let person = 0; person < 100_000; person += 1) {
    const letters = [...String(person)].map((digit) => String.fromCharCode(97 + Number(digit))).join("");
    keys.add(personKeyOf([letters], "Smith", born));
  }
  expect(keys.size).toBe(100_000);
});

test("a key is short and plain, whatever the name is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (given, family) => {
      expect(personKeyOf([given], family, born)).toMatch(/^[0-O]{11}$/);
    }),
  );
});
