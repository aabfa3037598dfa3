import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { guessDelimiter } from "./guess-delimiter.ts";

/** PapaParse's own cases, taken from its test-cases.js without running it: those whose options mean something here. */
const cases = z
  .array(
    z.object({
      description: z.string(),
      input: z.string(),
      data: z.array(z.array(z.string())),
      delimiter: z.string().optional(),
      quote: z.enum(['"', "'", ""]).optional(),
    }),
  )
  .parse(JSON.parse(readFileSync(path.join(import.meta.dirname, "golden/papaparse/test-cases.json"), "utf8")));

/** Where we read otherwise on purpose, and why. */
const otherwise: Record<string, string> = {
  "Quoted field has no closing quote": "a quote that is never closed must not swallow the rest of the file",
  "Quoted field has invalid trailing quote after delimiter with a valid closer":
    "more cells fit the other record when the first quote is a letter",
  "Quoted field has invalid trailing quote after delimiter": "never closed, so a letter",
  "Quoted field has invalid trailing quote before delimiter": "never closed before a delimiter, so a letter",
  "Quoted field has invalid trailing quote after new line": "never closed before a delimiter, so a letter",
  "Quoted field with whitespace around quotes":
    "blanks around a quoted cell belong to the file's layout, not to the cell",
  "Parsing with skipEmptyLines set to 'greedy'": "rows of nothing but blanks are counted, not dropped unseen",
  "Parsing with skipEmptyLines set to 'greedy' with quotes and delimiters as content":
    "rows of nothing but delimiters are counted, not dropped unseen",
};

const readOf = ({ input, delimiter, quote }: (typeof cases)[number]) =>
  guessDelimiter(input.replace(/^\ufeff/, ""), true, { delimiter, quote }).records.map(({ cells }) => cells);
const withoutBlankLines = (rows: string[][]) => rows.filter((row) => row.length > 1 || row[0] !== "");

test.each(cases.filter(({ description }) => !(description in otherwise)))(
  "$description: as PapaParse reads it",
  (one) => {
    expect(readOf(one)).toEqual(withoutBlankLines(one.data));
  },
);

test("every deliberate difference is still one", () => {
  const differing = cases.filter((one) => JSON.stringify(readOf(one)) !== JSON.stringify(withoutBlankLines(one.data)));
  expect(differing.map(({ description }) => description).sort()).toEqual(Object.keys(otherwise).sort());
});
