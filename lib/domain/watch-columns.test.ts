import fc from "fast-check";
import { expect, test } from "vitest";
import { valuesKeptMax } from "./column-statistics.ts";
import { watchColumns } from "./watch-columns.ts";

const watched = (rows: readonly (readonly string[])[], columns = 1) => {
  const watch = watchColumns();
  for (const [at, cells] of rows.entries()) watch.see(cells, at + 1);
  return watch.found(columns);
};

test("counts are exact over every row: filled, different, longest, and each value with its first row", () => {
  const cell = fc.constantFrom("", " ", "\u00a0", "a", "b", "B", " b", "a\u200b", "123", "café", "🙂", "x".repeat(40));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 60 }), (rows) => {
      const [first] = watched(rows);
      const filled = rows.flatMap(([value = ""]) => (value.replace(/[\s\u200b]/g, "") === "" ? [] : [value]));
      const counts = [...new Set(filled)].map((value) => ({
        value,
        count: filled.filter((other) => other === value).length,
        row: rows.findIndex(([other]) => other === value) + 1,
      }));
      expect(first).toMatchObject({ filled: filled.length, distinct: counts.length, countedRows: null });
      expect(first?.longest).toBe(Math.max(0, ...filled.map(({ length }) => length)));
      expect(new Set(first?.values)).toEqual(new Set(counts));
      expect(first?.values?.map(({ count }) => count)).toEqual(counts.map(({ count }) => count).sort((a, b) => b - a));
    }),
  );
});

test("a column of more different values than are kept says where its counting ended, and is still counted for being filled", () => {
  const rows = Array.from({ length: valuesKeptMax + 50 }, (_, at) => [`no ${at}`]);
  const [column] = watched([...rows, [""]]);
  expect(column).toMatchObject({
    filled: valuesKeptMax + 50,
    distinct: valuesKeptMax + 1,
    countedRows: valuesKeptMax + 1,
    values: null,
  });
});

test("every birthday of a century is looked at, though there are more of them than values are kept", () => {
  const day = (at: number) =>
    new Date(Date.UTC(1920, 0, 1 + at)).toISOString().slice(0, 10).split("-").reverse().join("/");
  const rows = Array.from({ length: 30_000 }, (_, at) => [day(at)]);
  const [column] = watched(rows);
  expect(column).toMatchObject({ distinct: 30_000, countedRows: null, values: null });
  expect(column?.dates.reduce((sum, { count }) => sum + count, 0)).toBe(30_000);
});

test("a note too long to be a value ends the counting of its column only", () => {
  const [notes, codes] = watched(
    [
      ["short", "A"],
      ["x".repeat(5_000), "B"],
      ["short", "A"],
    ],
    2,
  );
  expect(notes).toMatchObject({ filled: 3, longest: 5_000, countedRows: 2, values: null });
  expect(codes).toMatchObject({ distinct: 2, countedRows: null });
});

test("cells beyond the header belong to no column, and an empty column has nothing", () => {
  expect(watched([["a", "", "beyond"]], 2)).toMatchObject([
    { filled: 1 },
    { filled: 0, distinct: 0, samples: [], dates: [] },
  ]);
});
