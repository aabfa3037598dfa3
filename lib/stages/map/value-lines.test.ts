import fc from "fast-check";
import { expect, test } from "vitest";
import { fieldOf } from "../../domain/field.ts";
import type { Transform } from "../../domain/mapping.ts";
import { unreadDatesOf, unreadOf } from "./reading-count.ts";
import { valueLinesOf } from "./value-lines.ts";

const nationality = fieldOf("individual", "nationality");
const born = fieldOf("individual", "dateOfBirth");
if (!nationality || !born) throw new Error("The catalogue has lost a field.");
const values = (...counts: [string, number][]) => counts.map(([value, count], at) => ({ value, count, row: at + 1 }));

test("spellings that the map takes for one value are one line with all their rows, and lines without an answer come first", () => {
  const transforms: Transform[] = [
    { kind: "trim" },
    { kind: "values", pairs: [{ from: "Holland", to: "NLD" }], otherwise: "keep" },
    { kind: "country" },
  ];
  const lines = valueLinesOf(
    values(["holland", 5], ["GB", 9], ["Narnia", 1], [" HOLLAND ", 2], ["  ", 4]),
    nationality,
    transforms,
    1,
  );
  expect(
    lines.map(({ value, count, isMapped, becomes, issue }) => [value, count, isMapped, becomes, issue?.code]),
  ).toEqual([
    ["Narnia", 1, false, null, "field.country"],
    ["GB", 9, false, "GBR", undefined],
    ["holland", 7, true, "NLD", undefined],
  ]);
});

test("no row is lost between the values of a column and the lines of its map", () => {
  const value = fc.constantFrom("UK", "uk", " UK", "France", "?", "-");
  fc.assert(
    fc.property(fc.uniqueArray(value), fc.array(fc.nat(50), { minLength: 6, maxLength: 6 }), (all, counts) => {
      const given = all.map((each, at) => ({ value: each, count: (counts[at] ?? 0) + 1, row: at + 1 }));
      const lines = valueLinesOf(given, nationality, [{ kind: "trim" }, { kind: "country" }], 1);
      const sum = (list: readonly { count: number }[]) => list.reduce((total, { count }) => total + count, 0);
      expect(sum(lines)).toBe(sum(given));
    }),
  );
});

test("rows that cannot be read are counted over the whole file, and days by the formats that read them", () => {
  expect(unreadOf(values(["GB", 9], ["Narnia", 3], ["Mordor", 1]), nationality, [{ kind: "country" }])).toMatchObject({
    rows: 4,
    values: 2,
    examples: [{ value: "Narnia", count: 3, row: 2 }, { value: "Mordor" }],
  });
  const groups = [
    {
      formats: ["DD/MM/YYYY" as const],
      order: "day_first" as const,
      count: 90,
      examples: [{ value: "31/12/1980", row: 1 }],
    },
    { formats: [], order: null, count: 7, examples: [{ value: "unknown", row: 8 }] },
  ];
  const date: Transform[] = [{ kind: "trim" }, { kind: "date", format: "DD/MM/YYYY" }];
  expect(unreadDatesOf(groups, date)).toMatchObject({ rows: 7, examples: [{ value: "unknown", row: 8 }] });
  expect(unreadDatesOf(groups, [{ kind: "replace", find: "/", by: "-" }, ...date])).toBeUndefined();
});
