import { expect, test } from "vitest";
import { splitName } from "./name-split.ts";

test.each([
  ["Ann Smith", "given_first", "Ann", "Smith", true],
  ["Smith Ann", "family_first", "Ann", "Smith", true],
  ["Smith, Ann Mary", "given_first", "Ann Mary", "Smith", true],
  ["van der Berg, Jan", "given_first", "Jan", "van der Berg", true],
  ["Ann Mary Smith", "given_first", "Ann Mary", "Smith", false],
  ["Jan van der Berg", "given_first", "Jan", "van der Berg", false],
  ["van der Berg Jan", "family_first", "Jan", "van der Berg", false],
  ["Smith", "given_first", "", "Smith", false],
  ["Smith, Ann, Jr", "given_first", "Smith Ann", "Jr", false],
] as const)("“%s” (%s) is “%s” “%s”, certain: %s", (fullName, order, given, family, isCertain) => {
  expect(splitName(fullName, order)).toEqual({ given, family, isCertain });
});
