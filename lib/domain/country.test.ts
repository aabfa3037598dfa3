import { expect, test } from "vitest";
import { alpha3Of, countryNameOf, isAlpha3 } from "./country.ts";
import { countryNames } from "./country-names.ts";
import { nationalityWords } from "./nationality-words.ts";

test.each([
  ["GB", "GBR"],
  ["gbr", "GBR"],
  ["UK", "GBR"],
  ["U.K.", "GBR"],
  ["England", "GBR"],
  ["Scotland", "GBR"],
  ["Great Britain", "GBR"],
  [" United  Kingdom ", "GBR"],
  ["British", "GBR"],
  ["Deutschland", "DEU"],
  ["Allemagne", "DEU"],
  ["Alemania", "DEU"],
  ["Germania", "DEU"],
  ["Côte d’Ivoire", "CIV"],
  ["Ivory Coast", "CIV"],
  ["The Netherlands", "NLD"],
  ["Holland", "NLD"],
  ["U.S.A.", "USA"],
  ["United States of America", "USA"],
  ["Kosovo", "RKS"],
  ["XK", "RKS"],
  ["Eire", "IRL"],
  ["Isle of Man", "IMN"],
  ["Jersey", "JEY"],
  ["Türkiye", "TUR"],
])("%s is %s", (text, alpha3) => {
  expect(alpha3Of(text)).toBe(alpha3);
});

test.each(["", "Narnia", "Congo", "Korea", "Unknown", "N/A", "London", "ZZ"])("%s is not guessed", (text) => {
  expect(alpha3Of(text)).toBeUndefined();
});

test("every country is found by its codes and its English name", () => {
  for (const [alpha3, line] of Object.entries(countryNames)) {
    const [alpha2 = "", name = ""] = line.split("|");
    // The short name of the two Congos is shared; the long one is not.
    expect([alpha3, alpha3Of(alpha2), alpha3Of(alpha3), alpha3Of(name)]).toEqual([alpha3, alpha3, alpha3, alpha3]);
  }
});

test("a nationality word names one country, which exists", () => {
  const words = Object.values(nationalityWords).flatMap((line) => line.split("|"));
  expect(new Set(words).size).toBe(words.length);
  expect(Object.keys(nationalityWords).filter((alpha3) => !isAlpha3(alpha3))).toEqual([]);
  for (const [alpha3, line] of Object.entries(nationalityWords))
    for (const word of line.split("|")) expect([word, alpha3Of(word)]).toEqual([word, alpha3]);
});

test("an unknown code is its own name", () => {
  expect([countryNameOf("FRA"), countryNameOf("XYZ")]).toEqual(["France", "XYZ"]);
});
