import fc from "fast-check";
import { expect, test } from "vitest";
import { associateSeriesOf } from "./associate-series.ts";

const seriesIn = (...headers: string[]) =>
  associateSeriesOf(headers).map(({ list, members }) => [
    list,
    ...members.map(
      ({ of, label, columns }) =>
        `${of} ${label}: ${columns.map(({ index, rest }) => `${index} ${rest}`.trim()).join(", ")}`,
    ),
  ]);

test.each([
  [
    ["director_1_name", "director_2_name"],
    ["directors", "1 Director 1: 0 name", "2 Director 2: 1 name"],
  ],
  [
    ["Director 1 Name", "Director 1 DOB"],
    ["directors", "1 Director 1: 0 name, 1 dob"],
  ],
  [
    ["id", "shareholder2_pct", "shareholder2_name"],
    ["shareholders", "1 Shareholder 2: 1 pct, 2 name"],
  ],
  [["UBO 1 DOB"], ["beneficial_owners", "1 Beneficial owner 1: 0 dob"]],
  [["Geschäftsführer 1 Vorname"], ["directors", "1 Director 1: 0 vorname"]],
  [
    ["Gérant1 Nom", "Gérant2 Nom"],
    ["directors", "1 Director 1: 0 nom", "2 Director 2: 1 nom"],
  ],
  [["Administrador 1 Apellidos"], ["directors", "1 Director 1: 0 apellidos"]],
  [["Socio 1 Quota"], ["shareholders", "1 Shareholder 1: 0 quota"]],
  [["Wspólnik 1 Nazwisko"], ["shareholders", "1 Shareholder 1: 0 nazwisko"]],
  [
    ["directors.0.name", "directors.1.name"],
    ["directors", "1 Director 1: 0 name", "2 Director 2: 1 name"],
  ],
  [
    ["Director Name 1", "Director Name 2"],
    ["directors", "1 Director 1: 0 name", "2 Director 2: 1 name"],
  ],
  [["companyDirector1FirstName"], ["directors", "1 Director 1: 0 first name"]],
  [
    ["Director1", "Director2"],
    ["directors", "1 Director 1: 0", "2 Director 2: 1"],
  ],
])("%j is understood", (headers, series) => {
  expect(seriesIn(...headers)).toEqual([series]);
});

test("a number that counts lines of an address, or columns that name nobody's role, make no associates", () => {
  expect(seriesIn("director_address_line_1", "director_address_line_2")).toEqual([]);
  expect(seriesIn("address_1", "phone 2", "other_1_phone", "previous_name_1", "director", "director_name")).toEqual([]);
});

const roles = fc.subarray(["director", "shareholder", "ubo", "Geschäftsführer", "actionnaire", "secretario"], {
  minLength: 1,
});
const rests = fc.subarray(["name", "surname", "dob", "pct", "appointed on", "nationality"], { minLength: 1 });
const writers: ((words: string[]) => string)[] = [
  (words) => words.join("_"),
  (words) => words.join(" "),
  (words) => words.join(".").toUpperCase(),
  (words) => words.map((word) => word.replace(/^\p{L}/u, (letter) => letter.toUpperCase())).join(""),
];

test("whatever way numbered headers are written and whatever stands between them, each associate gets exactly its columns", () => {
  const files = fc.record({
    roles,
    rests,
    count: fc.integer({ min: 1, max: 12 }),
    write: fc.constantFrom(...writers),
    plain: fc.subarray(["company name", "reg no", "country", "line 1", "vat"]),
    seed: fc.infiniteStream(fc.nat()),
  });
  fc.assert(
    fc.property(files, ({ roles: ofFile, rests: ofMember, count, write, plain, seed }) => {
      const numbers = Array.from({ length: count }, (_, at) => at + 1);
      const wanted = ofFile.flatMap((role) =>
        numbers.flatMap((number) => ofMember.map((rest) => ({ role, number, rest, order: seed.next().value ?? 0 }))),
      );
      const shuffled = [
        ...wanted.map((each) => ({
          ...each,
          header: write([each.role, String(each.number), ...each.rest.split(" ")]),
        })),
        ...plain.map((header) => ({
          role: "",
          number: 0,
          rest: "",
          order: seed.next().value ?? 0,
          header: write(header.split(" ")),
        })),
      ].sort((a, b) => a.order - b.order);
      const found = associateSeriesOf(shuffled.map(({ header }) => header));
      expect(found).toHaveLength(ofFile.length);
      expect(found.flatMap(({ members }) => members).map(({ of }) => of)).toEqual(
        Array.from({ length: ofFile.length * count }, (_, at) => at + 1),
      );
      for (const { members } of found)
        for (const { label, columns } of members) {
          const sources = columns.map(({ index }) => shuffled[index]);
          expect(columns).toHaveLength(ofMember.length);
          expect(new Set(sources.map((source) => `${source?.role} ${source?.number}`)).size).toBe(1);
          expect(label).toMatch(new RegExp(` ${sources[0]?.number}$`));
          expect(columns.map(({ rest }) => rest)).toEqual(sources.map((source) => source?.rest));
        }
    }),
  );
});
