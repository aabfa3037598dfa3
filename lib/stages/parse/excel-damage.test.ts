import { expect, test } from "vitest";
import { damageWatch } from "./excel-damage.ts";

const damageIn = (values: readonly string[], name = "Value") => {
  const watch = damageWatch();
  for (const [at, value] of values.entries()) watch.see([value], at + 2, at + 1);
  return watch.found([name]);
};
const many = (value: (n: number) => string) => Array.from({ length: 30 }, (_, n) => value(n));

test.each([
  ["powers of ten", ["1.23E+11", "4,5E+12"], "Account", /powers of ten/],
  ["digits rounded away", ["1234567890123450", "9876543210987600"], "Card", /ends in zeros/],
  ["zeros lost in front", many((n) => String(n < 4 ? 1067 + n : 20095 + n)), "PLZ", /leading zeros/],
  ["codes taken for dates", ["A-17", "B-3", "Sep-01", "01-Feb"], "Code", /took codes such as 1\/2 or SEPT1 for dates/],
  ["letters read in a wrong encoding", ["MÃ¼ller", "GroÃŸ", "Ann"], "Name", /wrong encoding/],
  ["names of Poland read in a wrong encoding", ["Ĺ\u0081ódź", "Å\u0081Ã³dÅº"], "City", /wrong encoding/],
  ["letters replaced by question marks", ["M?ller", "Gro?mann", "Ann"], "Name", /question mark/],
  ["a letter that could not be read", ["M\ufffdller", "Ann"], "Name", /question mark/],
])("%s: the column is named, with the lines, and how to export it again", (_, values, name, sentence) => {
  const [damage, ...more] = damageIn(values, name);
  expect(more).toEqual([]);
  expect(damage).toMatchObject({ column: name, sentence: expect.stringMatching(sentence) });
  expect(damage?.sentence).toMatch(/[Ee]xport/);
  expect(damage?.examples.length).toBeGreaterThan(0);
});

test.each([
  ["names with accents", ["Müller", "Ângela", "Zoë", "Łódź", "SÃO PAULO", "Ålesund", "Ärzte", "Châtelet"]],
  [
    "questions",
    ["Is he a client?", "Why? Because", "https://example.com/page?id=1", "https://example.com/site?name=2"],
  ],
  ["dates of one kind", many((n) => `${(n % 28) + 1}-Feb`)],
  ["postcodes with their zeros", many((n) => String(1067 + n).padStart(5, "0"))],
  ["amounts", many((n) => String(n * 997))],
  ["long numbers that end in anything", ["12345678901234567", "98765432109876543"]],
])("%s are no damage", (_, values) => {
  expect(damageIn(values, "PLZ")).toEqual([]);
});
