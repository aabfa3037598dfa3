import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { alpha3Of, nationalityOf, plainWords } from "./country.ts";
import { countryNames } from "./country-names.ts";
import { heirsOf } from "./historic-country.ts";
import { nationalityWords } from "./nationality-words.ts";
import { nationalityWordsAbroad } from "./nationality-words-abroad.ts";

const table = (name: string) => readFileSync(new URL(`../../samples/normalise/${name}`, import.meta.url), "utf8");
const alpha3ByAlpha2 = new Map(
  Object.entries(countryNames).map(([alpha3, line]) => [line.split("|")[0] ?? "", alpha3]),
);

test.each(["de", "en", "es", "fr", "it"])(
  "every name of the foreign table %s is its country, or a person is asked",
  (language) => {
    const { countries } = JSON.parse(table(`country-names/${language}.json`)) as {
      countries: Record<string, string | string[]>;
    };
    const wrong = Object.entries(countries).flatMap(([alpha2, names]) =>
      [names].flat().filter((name) => alpha3Of(name) !== alpha3ByAlpha2.get(alpha2) && heirsOf(name) === undefined),
    );
    expect(wrong).toEqual([]);
    expect(Object.keys(countries).length).toBeGreaterThan(240);
  },
);

const aliases = table("country-aliases-strong.tsv")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t"));

test("every strong alias of a country is that country, or a person is asked", () => {
  const ofCountries = aliases.filter(([, code = ""]) => alpha3ByAlpha2.has(code.toUpperCase()));
  const wrong = ofCountries.filter(
    ([alias = "", code = ""]) =>
      alpha3Of(alias) !== alpha3ByAlpha2.get(code.toUpperCase()) && heirsOf(alias) === undefined,
  );
  expect(wrong).toEqual([]);
  expect(ofCountries.length).toBeGreaterThan(1000);
});

test("a state, province or region is never taken for another country", () => {
  const wrong = aliases.filter(([alias = "", code = ""]) => {
    const found = alpha3Of(alias);
    // Saint Helena has a code of its own in ISO 3166; in the table it is a part of itself.
    return (
      found !== undefined &&
      found !== alpha3ByAlpha2.get(code.slice(0, 2).toUpperCase()) &&
      code !== "sh_hl" &&
      code !== "zr"
    );
  });
  expect(wrong).toEqual([]);
});

test.each([
  "USSR",
  "Soviet Union",
  "Czechoslovakia",
  "Yugoslavia",
  "Tschechoslowakei",
  "URSS",
  "East Germany",
  "DDR",
  "Netherlands Antilles",
  "Serbia and Montenegro",
  "Congo",
  "Korea",
])("%s is given to a person with the countries it may be, not guessed", (name) => {
  expect(alpha3Of(name)).toBeUndefined();
  expect(nationalityOf(name)).toBeUndefined();
  expect(heirsOf(name)?.every((alpha3) => alpha3 in countryNames)).toBe(true);
});

test.each([
  ["Zjednoczone Królestwo", "GBR"],
  ["Niemcy", "DEU"],
  ["Węgry", "HUN"],
  ["Włochy", "ITA"],
  ["Österreich", "AUT"],
  ["Regno Unito", "GBR"],
  ["Estados Unidos", "USA"],
  ["Burma", "MMR"],
])("%s is %s", (name, alpha3) => {
  expect(alpha3Of(name)).toBe(alpha3);
});

test.each([
  ["deutsch", "DEU"],
  ["Française", "FRA"],
  ["ITALIANA", "ITA"],
  ["polskie", "POL"],
  ["Włoskie", "ITA"],
  ["española", "ESP"],
  ["österreichisch", "AUT"],
  ["British", "GBR"],
  ["DE", "DEU"],
])("the nationality %s is %s", (word, alpha3) => {
  expect(nationalityOf(word)).toBe(alpha3);
});

test("a word for a nationality is one country's in all six languages, and no other country's name", () => {
  const owner = new Map<string, string>();
  for (const [alpha3, line] of [nationalityWords, nationalityWordsAbroad].flatMap((words) => Object.entries(words)))
    for (const word of line.split("|")) {
      expect([word, plainWords(word), owner.get(word) ?? alpha3]).toEqual([word, word, alpha3]);
      expect([word, alpha3Of(word) ?? alpha3]).toEqual([word, alpha3]);
      owner.set(word, alpha3);
    }
});
