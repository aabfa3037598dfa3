import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOfSerial } from "../stages/parse/serial-date.ts";
import { ageOn, areRivals, readDate } from "./calendar-date.ts";
import { type DateFormat, dateFormats, hasShortYear } from "./mapping.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function written(format: DateFormat, [year = "", month = "", day = ""]: string[]): string {
  return format
    .replace("YYYY", year)
    .replace("YY", year.slice(2))
    .replace("MMM", months[Number(month) - 1] ?? "")
    .replace("MM", month)
    .replace("DD", day);
}

const days = fc
  .date({ min: new Date("1850-01-01"), max: new Date("2150-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const longFormats = dateFormats.filter((format) => !hasShortYear(format) && format !== "SERIAL");
const shortFormats = dateFormats.filter(hasShortYear);

test("a day written in any format is read back as the same day", () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...longFormats), (iso, format) => {
      expect(readDate(written(format, iso.split("-")), format)).toEqual({ kind: "date", iso });
    }),
  );
});

test("a year of two digits is read only within the hundred years a person named, and then as the same day", () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...shortFormats), fc.integer({ min: 0, max: 99 }), (iso, format, back) => {
      const text = written(format, iso.split("-"));
      expect(readDate(text, format)).toEqual({ kind: "other_format" });
      expect(readDate(text, format, Number(iso.slice(0, 4)) + back)).toEqual({ kind: "date", iso });
    }),
  );
});

test("a day number of a spreadsheet is the day that a workbook shows for it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 73_050 }), (serial) => {
      expect(readDate(String(serial), "SERIAL")).toEqual({ kind: "date", iso: dateOfSerial(serial, "1900")?.date });
    }),
  );
  for (const number of ["9999", "73051", "123456", "2958465", "29000.5"])
    expect(readDate(number, "SERIAL")).toEqual({ kind: "other_format" });
});

test.each([
  ["3. März 1980", "1980-03-03"],
  ["12 août 1975", "1975-08-12"],
  ["1 de enero de 1990", "1990-01-01"],
  ["7 gennaio 1961", "1961-01-07"],
  ["5 października 1988", "1988-10-05"],
  ["12 sierpnia 1975", "1975-08-12"],
  ["28 févr. 1972", "1972-02-28"],
  ["9 Dez 1999", "1999-12-09"],
] as const)("%s is read whatever language the month is in", (text, iso) => {
  expect(readDate(text, "DD MMM YYYY")).toEqual({ kind: "date", iso });
});

test("formats that read one text as two days are rivals, and no others", () => {
  expect(areRivals("DD/MM/YYYY", "MM/DD/YYYY")).toBe(true);
  expect(areRivals("MM/DD/YY", "DD/MM/YY")).toBe(true);
  expect(areRivals("DD/MM/YYYY", "DD/MM/YY")).toBe(false);
  expect(areRivals("DD/MM/YYYY", "YYYY-MM-DD")).toBe(false);
  expect(areRivals("DD MMM YYYY", "DD-MMM-YYYY")).toBe(false);
  fc.assert(
    fc.property(fc.constantFrom(...dateFormats), fc.constantFrom(...dateFormats), days, (a, b, iso) => {
      const text = written(a, iso.split("-"));
      const [one, other] = [readDate(text, a, 2030), readDate(text, b, 2030)];
      if (!areRivals(a, b) && one.kind === "date" && other.kind === "date") expect(other.iso).toBe(one.iso);
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
