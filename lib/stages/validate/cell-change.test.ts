import fc from "fast-check";
import { expect, test } from "vitest";
import { guarded } from "../../sheets/csv-line.ts";
import { type CellChange, cellChangeOf } from "./cell-change.ts";

const told = (was: string, came: string, hasProblem = false): string => {
  const change: CellChange = cellChangeOf({ was, came, hasProblem });
  if (change.kind === "kept") return `kept: ${change.habit}`;
  if (change.kind === "doubted") return `doubted: ${change.doubt}`;
  return change.kind === "changed" ? `changed to ${change.text}` : "untouched";
};

test.each([
  ["Ann", "Ann", "untouched"],
  ["", "", "untouched"],
  ["=1+1", "'=1+1", "untouched"],
  ["'=1+1", "''=1+1", "untouched"],
  ["\ud800", "\ufffd", "untouched"],
  [" Ann\u00a0", "Ann", "kept: spaces"],
  ["a\r\nb", "a\nb", "kept: spaces"],
  ["\u00a0", "", "kept: spaces"],
  ["00123", "'00123", "kept: apostrophe"],
  ["Ann", "'Ann", "kept: apostrophe"],
  ["00123", "123", "kept: zeros"],
  ["+447700900123", "447700900123", "kept: zeros"],
  ["000", "0", "kept: zeros"],
  ["123456789012", "1.23457E+11", "kept: rounded"],
  ["123456789012", "1,23E+11", "kept: rounded"],
  ["999999999999", "1E+12", "kept: rounded"],
  ["12345678901234567", "12345678901234500", "kept: rounded"],
  ["12345678901234567890", "12345678901234600000", "kept: rounded"],
  ["12345678901234567890", "1.23456789012346E+19", "kept: rounded"],
  ["1.10", "1.1", "kept: number"],
  ["1,5", "1.5", "kept: number"],
  ["1,234.50", "1234.5", "kept: number"],
  ["50%", "0.5", "kept: number"],
  ["50%", "50.00%", "kept: number"],
  ["1E5", "1.00E+05", "kept: number"],
  ["1E5", "100000", "kept: number"],
  ["1/2", "01/02/26", "kept: code"],
  ["12345678901234567890", "1.23456789012346E+019", "kept: rounded"],
  ["12.50 %", "0.125", "kept: number"],
  ["03/04/1980", "1980-04-03", "kept: date"],
  ["03/04/1980", "03.04.80", "kept: date"],
  ["03/04/1980", "3/4/1980", "kept: date"],
  ["13.04.1980", "13-Apr-80", "kept: date"],
  ["1980-04-13", "13/04/1980", "kept: date"],
  ["1980-04-13", "1980-04-13 00:00:00", "kept: date"],
  ["1980-04-13", "29324", "kept: date"],
  ["13 Apr 1980", "13. Apr. 80", "kept: date"],
  ["1/2", "02-Jan", "kept: code"],
  ["1-2", "2026-02-01", "kept: code"],
  ["SEPT1", "01-Sep", "kept: code"],
  ["MAR15", "Mrz 15", "changed to Mrz 15"],
  ["MAR1", "2026-03-01", "kept: code"],
  ["10:30", "10:30:00", "kept: time"],
  ["true", "WAHR", "kept: yes_no"],
  ["FALSE", "Falsch", "kept: yes_no"],
  ["=A1", "0", "kept: formula"],
  ["@SUM(A1)", "#NAME?", "kept: formula"],
  ["-x", "#NAME?", "kept: formula"],
  ["Żółć", "????", "kept: letters"],
  ["Zoë", "ZoÃ«", "kept: letters"],
  ["Łącka", "ÅÄ…cka", "kept: letters"],
  ["Łącka", "Å\uf181Ä…cka", "kept: letters"],
  ["a".repeat(300), "a".repeat(255), "kept: cut"],
  ["Łukasz", "Lukasz", "doubted: letters"],
  ["03/04/1980", "04/03/1980", "doubted: order"],
  ["42", "1.23E+11", "doubted: power"],
  ["", "1234567890123450", "doubted: digits"],
  ["Ann", "#REF!", "doubted: error"],
  ["Ann", "Err:508", "doubted: error"],
  ["Ann", "Anne", "changed to Anne"],
  ["Ann", "", "changed to "],
  ["", "Ann", "changed to Ann"],
  ["00123", "00124", "changed to 00124"],
  ["00123", "124", "changed to 124"],
  ["42", "'0042", "changed to 0042"],
  ["Hooft", "'t Hooft", "changed to 't Hooft"],
  ["03/04/1980", "03/05/1980", "changed to 03/05/1980"],
  ["1980-04-13", "1981-04-13", "changed to 1981-04-13"],
  ["true", "FALSCH", "changed to FALSCH"],
  ["Zoë", "Zoe", "changed to Zoe"],
  ["Mary  Ann", "Mary Ann", "changed to Mary Ann"],
  ["1.5", "15", "changed to 15"],
  ["", "=1+1", "changed to =1+1"],
])("%j that comes back as %j is %s", (was, came, expected) => {
  expect(told(was, came)).toBe(expected);
});

test.each([
  ["13.04.1980", "1980-04-13", "changed to 1980-04-13"],
  ["13 Apr 1980", "1980-04-13", "changed to 1980-04-13"],
  ["03/04/1980", "04/03/1980", "changed to 04/03/1980"],
  ["03/04/1980", "1980-04-03", "doubted: order"],
  ["13.04.1980", "13.04.80", "doubted: century"],
  ["1980-04-13", "29324", "kept: date"],
  ["31/02/1980", "28/02/1980", "changed to 28/02/1980"],
  ["00123", "123", "kept: zeros"],
])("where something was wrong with the cell, %j that comes back as %j is %s", (was, came, expected) => {
  expect(told(was, came, true)).toBe(expected);
});

const two = (n: number) => String(n).padStart(2, "0");
const day = fc.record({
  y: fc.integer({ min: 1905, max: 2030 }),
  m: fc.integer({ min: 1, max: 12 }),
  d: fc.integer({ min: 1, max: 28 }),
});
const dayShapes: readonly ((of: { y: number; m: number; d: number }) => string)[] = [
  ({ y, m, d }) => `${y}-${two(m)}-${two(d)}`,
  ({ y, m, d }) => `${two(d)}/${two(m)}/${y}`,
  ({ y, m, d }) => `${d}/${m}/${y}`,
  ({ y, m, d }) => `${m}/${d}/${y}`,
  ({ y, m, d }) => `${two(d)}.${two(m)}.${y}`,
  ({ y, m, d }) => `${two(d)}.${two(m)}.${two(y % 100)}`,
  ({ y, m, d }) => `${m}/${d}/${two(y % 100)}`,
  ({ y, m, d }) => `${d}-${months[m - 1]}-${two(y % 100)}`,
  ({ y, m, d }) => `${d} ${months[m - 1]} ${y}`,
  ({ y, m, d }) => `${y}-${two(m)}-${two(d)} 00:00:00`,
  ({ y, m, d }) => String(Date.UTC(y, m - 1, d) / 86_400_000 + 25_569),
];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

test("however a spreadsheet writes a date anew, it is never taken for a correction of a cell without a problem", () => {
  const shape = fc.integer({ min: 0, max: dayShapes.length - 2 });
  const later = fc.integer({ min: 0, max: dayShapes.length - 1 });
  fc.assert(
    fc.property(day, shape, later, (of, before, after) => {
      const was = dayShapes[before]?.(of) ?? "";
      const came = dayShapes[after]?.(of) ?? "";
      expect(cellChangeOf({ was, came, hasProblem: false }).kind).not.toBe("changed");
    }),
    { numRuns: 2_000 },
  );
});

/** What a spreadsheet makes of a number it takes for one: fifteen digits at most, no zeros in front. */
const numberWays: readonly ((digits: string) => string)[] = [
  (digits) => digits.replace(/^0+(?=\d)/, ""),
  (digits) => Number(digits).toExponential(5).toUpperCase().replace("E+", "E+"),
  (digits) =>
    Number(Number(digits).toPrecision(15)).toLocaleString("en", { useGrouping: false, maximumFractionDigits: 0 }),
  (digits) => Number(digits).toExponential(2).replace(".", ",").toUpperCase(),
  (digits) => `'${digits}`,
  (digits) => ` ${digits} `,
];

test("however a spreadsheet writes digits anew, they are never taken for a correction", () => {
  const digits = fc.stringMatching(/^\d{1,22}$/);
  fc.assert(
    fc.property(digits, fc.nat(numberWays.length - 1), (was, way) => {
      const came = numberWays[way]?.(was) ?? "";
      expect(cellChangeOf({ was, came, hasProblem: false }).kind).not.toBe("changed");
    }),
    { numRuns: 2_000 },
  );
});

const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.constantFrom("=1", "'", "''=", "+44 20", "\t", " x ", "\u00a0", "00", "1/2", "TRUE", "1E5", "_x000D_"),
);

test("a cell that came back as it was written is untouched, guarded or not, whatever stands in it", () => {
  fc.assert(
    fc.property(anyText, fc.boolean(), (was, hasProblem) => {
      expect(cellChangeOf({ was, came: was, hasProblem })).toEqual({ kind: "untouched" });
      expect(cellChangeOf({ was, came: guarded(was), hasProblem })).toEqual({ kind: "untouched" });
    }),
    { numRuns: 2_000 },
  );
});

test("words that a person wrote anew arrive as they were written", () => {
  const word = fc.stringMatching(/^[a-z]{4,10}$/).map((text) => `K${text}k`);
  fc.assert(
    fc.property(word, word, (was, came) => {
      fc.pre(was !== came);
      expect(told(was, came)).toBe(`changed to ${came}`);
    }),
  );
});
