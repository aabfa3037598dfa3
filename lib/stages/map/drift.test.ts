import { expect, test } from "vitest";
import type { Assignment, Transform } from "../../domain/mapping.ts";
import { portableOf } from "../../domain/portable-mapping.ts";
import { driftOf, suitsOf } from "./drift.ts";
import { suggestionsOf } from "./suggest.ts";
import { evidenceOf } from "./test-evidence.ts";
import { usedEarlier } from "./use-earlier.ts";

const about = { sourceSystem: "Old books", kind: "clients", entityType: "individual" } as const;
const trim = { kind: "trim" } as const;
const dayFirst = { kind: "date", format: "DD/MM/YYYY" } as const;

type Column = [header: string, field: string | null, ...transforms: Transform[]];
const savedFrom = (...columns: Column[]) =>
  portableOf(
    {
      assignments: columns.map(([, field, ...transforms], column): Assignment => ({ column, field, transforms })),
      constants: [],
    },
    columns.map(([header]) => header),
    about,
  );
const fileOf = (columns: Record<string, string[]>) => {
  const evidence = Object.entries(columns).map(([name, values], index) => evidenceOf(index, name, values));
  return { columns: evidence, suggested: suggestionsOf(evidence, "individual"), entityType: "individual" as const };
};

const saved = savedFrom(
  ["KD_NR", "reference", trim],
  ["Surname", "familyName", trim],
  ["DOB", "dateOfBirth", trim, dayFirst],
  ["Branch", null],
);

test("a file like the one before has no drift, and suits wholly", () => {
  const drift = driftOf(saved, fileOf({ KD_NR: ["1", "2"], Surname: ["Test"], DOB: ["31/12/1980"], Branch: ["x"] }));
  expect(drift).toEqual({ same: 4, moved: [], added: [], missing: [], renamed: [], findings: [], datesToChoose: [] });
  expect(suitsOf(drift)).toBe(1);
});

test("a column that is new, one that is missing and one that has another name are told apart", () => {
  const file = fileOf({ KD_NR: ["1"], "Family name": ["Test"], DOB: ["31/12/1980"], Shoe: ["42"] });
  const drift = driftOf(saved, file);
  expect(drift).toMatchObject({
    same: 2,
    added: ["“Shoe”"],
    missing: ["“Branch”; it was ignored."],
    renamed: [
      {
        words: "“Surname”",
        column: 1,
        name: "Family name",
        reason: "“Surname” became Family name, and the panel would suggest that for “Family name”.",
        isLikely: true,
      },
    ],
  });
});

test.each([
  ["kd-nr", "The headers differ only in case, spaces, accents or punctuation."],
  ["KD_NRR", "The headers are alike."],
])("“KD_NR” is found again as “%s”", (header, reason) => {
  const drift = driftOf(savedFrom(["KD_NR", "reference"], ["a", null]), fileOf({ a: ["x"], [header]: ["1"] }));
  expect(drift.renamed).toMatchObject([{ words: "“KD_NR”", name: header, reason, isLikely: true }]);
});

test("a column that only stands where another stood is offered, but not as likely", () => {
  const before = savedFrom(["a", null], ["F7", "reference"], ["b", null]);
  const drift = driftOf(before, fileOf({ a: ["x"], Zz: ["1"], b: ["y"] }));
  expect(drift.renamed).toMatchObject([{ name: "Zz", isLikely: false }]);
});

test("a column whose values cannot be what the old one had is no renaming, however alike the headers are", () => {
  const before = savedFrom(["DOB", "dateOfBirth", dayFirst], ["a", null]);
  expect(driftOf(before, fileOf({ a: ["x"], DOBB: ["London", "Paris"] })).renamed).toEqual([]);
  expect(driftOf(before, fileOf({ a: ["x"], DOBB: ["31/12/1980"] })).renamed).toHaveLength(1);
});

test("a date column with another name and another format is still found, and its format is to be chosen again", () => {
  const before = savedFrom(["Geb.Datum", "dateOfBirth", dayFirst], ["a", null]);
  const drift = driftOf(before, fileOf({ a: ["x"], GEBDATUM: ["1980-12-31", "1990-02-03"] }));
  expect(drift).toMatchObject({ renamed: [{ words: "“Geb.Datum”", isLikely: true }], datesToChoose: [1] });
});

test("files of four thousand columns that have nothing in common are compared in a moment", () => {
  const names = (prefix: string) => Array.from({ length: 4000 }, (_, at) => `${prefix}${at}`);
  const before = savedFrom(...names("old").map((name): Column => [name, null]));
  const file = fileOf(Object.fromEntries(names("neu").map((name) => [name, []])));
  expect(driftOf(before, file)).toMatchObject({ same: 0, renamed: [] });
}, 10_000);

test("only what changed its place among the others moved; a new column in front moves nothing", () => {
  const inFront = driftOf(
    saved,
    fileOf({ New: ["1"], KD_NR: ["1"], Surname: ["T"], DOB: ["31/12/1980"], Branch: ["x"] }),
  );
  expect(inFront.moved).toEqual([]);
  const moved = driftOf(saved, fileOf({ DOB: ["31/12/1980"], KD_NR: ["1"], Surname: ["T"], Branch: ["x"] }));
  expect(moved.moved).toEqual(["“DOB” stands in another place among the others."]);
});

test("a date column that is written otherwise now is told with its share and loses its format: a person chooses again", () => {
  const dates = ["31/12/1980", "1980-02-03", "1981-02-03", "01/02/1990", "05/06/1970"];
  const file = fileOf({ KD_NR: ["1"], Surname: ["T"], DOB: dates, Branch: ["x"] });
  const drift = driftOf(saved, file);
  expect(drift.findings).toEqual([
    "“DOB” was written as DD/MM/YYYY; 40 % of its different values are not, for example “1980-02-03” and “1981-02-03”. Choose how its dates are written.",
  ]);
  const { body } = usedEarlier(saved, ["KD_NR", "Surname", "DOB", "Branch"], [], drift.datesToChoose);
  expect(body.assignments[2]).toEqual({ column: 2, field: "dateOfBirth", transforms: [trim] });
});

test("one mistyped date among many is no drift", () => {
  const dates = [...Array.from({ length: 20 }, (_, day) => `${day + 1}/12/1980`), "unknown"];
  expect(driftOf(saved, fileOf({ KD_NR: ["1"], Surname: ["T"], DOB: dates, Branch: ["x"] })).findings).toEqual([]);
});

test("values that a value map does not know are told, with what would become of them, unless others may stay", () => {
  const map = (otherwise: "keep" | "issue" | "nothing") =>
    savedFrom(["Sex", "title", trim, { kind: "values", pairs: [{ from: "1", to: "Mr" }], otherwise }]);
  const file = fileOf({ Sex: ["1", " 1", "2", "9 "] });
  expect(driftOf(map("issue"), file).findings).toEqual([
    "The value map of “Sex” does not know 2 values of this file: “2” and “9”. Rows with them would have an issue.",
  ]);
  expect(driftOf(map("nothing"), file).findings[0]).toContain("They would become nothing.");
  expect(driftOf(map("keep"), file).findings).toEqual([]);
});

test("a column that is empty in this file, or no longer holds what it did, is told", () => {
  const before = savedFrom(["DOB", "dateOfBirth", dayFirst], ["Land", "address.country", { kind: "country" }]);
  expect(driftOf(before, fileOf({ DOB: [" "], Land: ["Narnia", "Utopia", "France"] })).findings).toEqual([
    "“DOB” became Date of birth; it is empty in this file.",
    "“Land” became Address country, a country; 67 % of its different values are not, for example “Narnia” and “Utopia”.",
  ]);
});

test("using it takes what fits, with the renamings a person agreed to, leaves new columns open and lists what was not taken", () => {
  const headers = ["KD_NR", "Family name", "Shoe"];
  const file = fileOf({ KD_NR: ["1"], "Family name": ["Test"], Shoe: ["42"] });
  const { renamed } = driftOf(saved, file);
  const agreed = usedEarlier(saved, headers, renamed, []);
  expect(agreed.body.assignments.map(({ column, field }) => [column, field])).toEqual([
    [0, "reference"],
    [1, "familyName"],
  ]);
  expect(agreed.notTaken).toEqual(["Date of birth has no source now: the file has no “DOB”."]);
  expect(usedEarlier(saved, headers, [], []).notTaken).toContain(
    "Family name has no source now: the file has no “Surname”.",
  );
});

test("a mapping of something else does not suit", () => {
  const drift = driftOf(saved, fileOf({ Product: ["x"], Price: ["1"], KD_NR: ["1"], Stock: ["3"], Colour: ["red"] }));
  expect(suitsOf(drift)).toBeLessThan(0.3);
});
