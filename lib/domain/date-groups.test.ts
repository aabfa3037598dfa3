import fc from "fast-check";
import { expect, test } from "vitest";
import { readDate } from "./calendar-date.ts";
import { dateGroupsOf, dateReadingsOf } from "./date-groups.ts";
import { dateFormats, hasShortYear } from "./mapping.ts";

test("a format is named for a value exactly when that format reads it", () => {
  const part = fc.integer({ min: 0, max: 40 });
  const separator = fc.constantFrom("/", "-", ".", " ");
  const text = fc
    .tuple(part, separator, part, separator, fc.integer({ min: 0, max: 2100 }))
    .map(([a, one, b, other, year]) => `${a}${one}${b}${other}${year}`);
  fc.assert(
    fc.property(text, (value) => {
      const expected = dateFormats.filter(
        (format) => readDate(value, format, hasShortYear(format) ? 2068 : undefined).kind === "date",
      );
      expect(dateReadingsOf(value).formats).toEqual(expected);
    }),
  );
});

test("the order is open exactly when both orders give a day", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom("/", "-", "."),
      (day, month, separator) => {
        const { order } = dateReadingsOf(`${day}${separator}${month}${separator}1980`);
        const exists = day <= new Date(Date.UTC(1980, month, 0)).getUTCDate();
        if (!exists) expect(order).not.toBe("day_first");
        else expect(order).toBe(day <= 12 ? "either" : "day_first");
      },
    ),
  );
});

test("groups count rows, not values, and show the first rows", () => {
  expect(
    dateGroupsOf([
      { value: "01/02/1980", count: 5, row: 4 },
      { value: "31/12/1980", count: 2, row: 17 },
      { value: "unknown", count: 1, row: 9 },
      { value: "05/06/1981", count: 1, row: 2 },
    ]),
  ).toEqual([
    {
      formats: ["DD/MM/YYYY", "MM/DD/YYYY"],
      order: "either",
      count: 6,
      examples: [
        { value: "05/06/1981", row: 2 },
        { value: "01/02/1980", row: 4 },
      ],
    },
    { formats: ["DD/MM/YYYY"], order: "day_first", count: 2, examples: [{ value: "31/12/1980", row: 17 }] },
    { formats: [], order: null, count: 1, examples: [{ value: "unknown", row: 9 }] },
  ]);
  expect(dateGroupsOf([{ value: "Smith", count: 3, row: 1 }])).toEqual([]);
});

test("examples of an open order are values that are two days, where there are any", () => {
  const [group] = dateGroupsOf(
    ["01/01/1980", "02/02/1980", "03/03/1980", "04/04/1980", "05/06/1980"].map((value, at) => ({
      value,
      count: 1,
      row: at + 1,
    })),
  );
  expect(group?.examples.map(({ row }) => row)).toEqual([5, 1, 2]);
});
