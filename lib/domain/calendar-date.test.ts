import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ageOn, readDate } from "./calendar-date.ts";
import { type DateFormat, dateFormats } from "./mapping.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function written(format: DateFormat, [year = "", month = "", day = ""]: string[]): string {
  return format
    .replace("YYYY", year)
    .replace("MMM", months[Number(month) - 1] ?? "")
    .replace("MM", month)
    .replace("DD", day);
}

const days = fc
  .date({ min: new Date("1850-01-01"), max: new Date("2150-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("a day written in any format is read back as the same day", () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...dateFormats), (iso, format) => {
      expect(readDate(written(format, iso.split("-")), format)).toEqual({ kind: "date", iso });
    }),
  );
});

test("the same text is the same day wherever the panel runs", () => {
  const program = `import { readDate } from ${JSON.stringify(new URL("./calendar-date.ts", import.meta.url).href)};
    console.log(JSON.stringify([readDate("31/12/1999", "DD/MM/YYYY"), readDate("2000-01-01T00:00:00Z", "YYYY-MM-DD"), readDate("1 Apr 1980", "DD MMM YYYY")]));`;
  const zones = ["UTC", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Kiritimati"];
  const answers = zones.map((TZ) =>
    execFileSync(process.execPath, ["--input-type=module", "-e", program], {
      env: { ...process.env, TZ },
      encoding: "utf8",
    }).trim(),
  );
  expect(new Set(answers)).toEqual(
    new Set([
      '[{"kind":"date","iso":"1999-12-31"},{"kind":"date","iso":"2000-01-01"},{"kind":"date","iso":"1980-04-01"}]',
    ]),
  );
});

test.each([
  ["29/02/2023", "DD/MM/YYYY"],
  ["31/04/1980", "DD/MM/YYYY"],
  ["29.02.1900", "DD.MM.YYYY"],
  ["1980-00-10", "YYYY-MM-DD"],
  ["00000101", "YYYYMMDD"],
] as const)("%s does not exist in the calendar", (text, format) => {
  expect(readDate(text, format)).toEqual({ kind: "impossible" });
});

test.each([
  ["12/31/1980", "DD/MM/YYYY"],
  ["03/04/80", "DD/MM/YYYY"],
  ["1980-04-03 13:45", "YYYY-MM-DD"],
  ["3 Foo 1980", "DD MMM YYYY"],
  ["unknown", "YYYY-MM-DD"],
  ["03-04-1980", "DD/MM/YYYY"],
] as const)("%s is not taken for a date written %s", (text, format) => {
  expect(readDate(text, format)).toEqual({ kind: "other_format" });
});

test("a person is a year older on the birthday, not the day before", () => {
  expect([ageOn("2008-11-23", "2026-11-22"), ageOn("2008-11-23", "2026-11-23")]).toEqual([17, 18]);
});
