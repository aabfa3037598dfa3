import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unguarded } from "../domain/unguarded.ts";
import { csvLine, guarded } from "./csv-line.ts";

const nasty = fc.constantFrom(
  "=",
  "+",
  "-",
  "@",
  "\t",
  "\r",
  "\n",
  '"',
  ",",
  "'",
  " ",
  "\u00A0",
  "\uFEFF",
  "＝",
  "＋",
  "－",
  "＠",
  "é",
  "😀",
  "א",
  "0042",
  "12345678901234567890",
  "a",
);
const cell = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.array(nasty, { maxLength: 8 }).map((parts) => parts.join("")),
);

test("what is written is read back the same, apart from the guard", () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }), (lines) => {
      // An empty line would be skipped by every reader; ours always starts with a reference.
      const filled = lines.map(([, ...rest]) => ["ref", ...rest]);
      const read = parse(filled.map(csvLine).join(""), { record_delimiter: "\r\n" }) as string[][];
      expect(read).toEqual(filled.map((line) => line.map(guarded)));
    }),
    { numRuns: 500 },
  );
});

test("no cell begins like a formula, not after blanks and not in full width", () => {
  fc.assert(
    fc.property(cell, (text) => void expect(guarded(text)).not.toMatch(/^[\s\u00A0\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/)),
  );
});

test.each(["=1+1", "+44 20", "-1", "@sum", "\t=x", "\r=x", " =x", "＝x"])("%j is led by an apostrophe", (text) => {
  expect(guarded(text)).toBe(`'${text}`);
});

test("whatever was guarded is exactly what it was once the guard is taken off, also where it began with apostrophes", () => {
  fc.assert(
    fc.property(cell, (text) => void expect(unguarded(guarded(text))).toBe(text)),
    { numRuns: 1_000 },
  );
  for (const text of ["'=1", "''=1", "'", "'t Hooft", "' -x"]) expect(unguarded(guarded(text))).toBe(text);
});

test("an ordinary value is left alone", () => {
  for (const text of ["", "C-17", "O'Brien", "0042", "a=b"]) expect(guarded(text)).toBe(text);
});
