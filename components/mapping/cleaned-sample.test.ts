import { expect, test } from "vitest";
import { dateGroupsOf } from "#lib/domain/date-groups.ts";
import { catalogueOf } from "./catalogue.ts";
import { cleanedConstant, cleanedSample } from "./cleaned-sample.ts";
import { filledWords } from "./column-facts.tsx";
import { dateReadingsOf } from "./date-readings.ts";

const people = catalogueOf({ kind: "clients", entityType: "individual" }, {});
const born = (format: "DD/MM/YYYY" | "MM/DD/YYYY") =>
  ({ kind: "mapped", field: "dateOfBirth", transforms: [{ kind: "trim" }, { kind: "date", format }] }) as const;

test("a sample shows the value Passfort will get with exactly the steps chosen", () => {
  const answer = (format: "DD/MM/YYYY" | "MM/DD/YYYY") =>
    cleanedSample(" 03/04/1980", { ...born(format), transforms: [...born(format).transforms] }, people);
  expect(answer("DD/MM/YYYY")).toEqual({ kind: "value", text: "1980-04-03" });
  expect(answer("MM/DD/YYYY")).toEqual({ kind: "value", text: "1980-03-04" });
});

test("a sample that makes an issue shows the issue's sentence with the value in it", () => {
  const cleaned = cleanedSample(
    "Narnia",
    { kind: "mapped", field: "address.country", transforms: [{ kind: "country" }] },
    people,
  );
  expect(cleaned).toMatchObject({ kind: "issue", sentence: expect.stringContaining("Narnia") });
});

test("nothing is previewed for an open or ignored column, nor for a date without a format", () => {
  expect(cleanedSample("x", { kind: "open" }, people)).toBeUndefined();
  expect(cleanedSample("x", { kind: "ignored" }, people)).toBeUndefined();
  expect(cleanedSample("03/04/1980", { kind: "mapped", field: "dateOfBirth", transforms: [] }, people)).toBeUndefined();
});

test("a constant country may be written as a name", () => {
  expect(cleanedConstant({ field: "address.country", value: "United Kingdom" }, people)).toEqual({
    kind: "value",
    text: "GBR",
  });
});

test("the formats that read the samples come first, each with what it makes of one", () => {
  const [first, second, third] = dateReadingsOf(
    dateGroupsOf([
      { value: "03/04/1980", count: 7, row: 2 },
      { value: "05/06/1981", count: 1, row: 1 },
    ]),
  );
  expect([first?.format, second?.format]).toEqual(["DD/MM/YYYY", "MM/DD/YYYY"]);
  expect([first?.example?.words, second?.example?.words]).toEqual(["5 June 1981", "6 May 1981"]);
  expect([first?.fits, second?.fits]).toEqual([8, 8]);
  expect(third?.fits).toBe(0);
});

test("a column is never called full or empty when one cell says otherwise", () => {
  expect(filledWords(9_999, 10_000)).toBe("99 % filled");
  expect(filledWords(1, 10_000)).toBe("1 % filled");
  expect([filledWords(0, 5), filledWords(5, 5)]).toEqual(["empty", "always filled"]);
});
