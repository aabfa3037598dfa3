import { expect, test } from "vitest";
import { dateGroupsOf } from "../../domain/date-groups.ts";
import { dateEvidenceOf } from "./date-evidence.ts";
import { dateProofOf } from "./date-proof.ts";

const groups = (...values: [string, number][]) =>
  dateGroupsOf(values.map(([value, count], at) => ({ value, count, row: at + 1 })));

test("a proven order is told with its count, the whole and a row to look at", () => {
  expect(dateProofOf(groups(["01/02/1980", 999_588], ["31/12/1980", 412]))).toMatchObject({
    verdict: "proven",
    lines: [
      "412 of 1,000,000 values can only be day first (“31/12/1980” in row 2); none can only be month first.",
      "999,588 can be read both ways.",
    ],
  });
});

test("mixed orders are told with an example of each", () => {
  const mixed = groups(["31/12/1980", 5], ["12/31/1980", 2], ["01/02/1980", 3]);
  expect(dateEvidenceOf(mixed)).toEqual({ kind: "mixed" });
  expect(dateProofOf(mixed)?.lines[0]).toBe(
    "5 of 10 values can only be day first (“31/12/1980” in row 1); 2 of 10 values can only be month first (“12/31/1980” in row 2).",
  );
});

test("where every value fits both orders, the same cells are shown read both ways", () => {
  const either = groups(["03/04/1980", 5], ["05-06-1981", 1]);
  expect(dateEvidenceOf(either)).toEqual({ kind: "either" });
  expect(dateProofOf(either)?.bothWays[0]).toEqual({
    value: "03/04/1980",
    row: 1,
    dayFirst: "3 April 1980",
    monthFirst: "4 March 1980",
  });
});

test("several ways of writing are each told with their rows, and go together when none contradicts another", () => {
  const several = groups(["31.12.1980", 90], ["1980-12-31", 8], ["3 Mar 1981", 3], ["unknown", 1]);
  expect(dateEvidenceOf(several)).toEqual({
    kind: "proven",
    format: "DD.MM.YYYY",
    also: ["YYYY-MM-DD", "DD MMM YYYY"],
  });
  expect(dateProofOf(several)?.lines).toEqual([
    "90 of 102 values like ##.##.YYYY can only be day first (“31.12.1980” in row 1); none can only be month first.",
    "8 are written as YYYY-MM-DD (“1980-12-31” in row 2).",
    "3 are written as DD MMM YYYY (“3 Mar 1981” in row 3).",
    "1 is no date (“unknown” in row 4).",
  ]);
});

test("a second way of writing is not read too where it has the other order of day and month", () => {
  expect(dateEvidenceOf(groups(["10/27/76", 9], ["20/8/1991", 1], ["3/1/1970", 2], ["1980-12-31", 1]))).toEqual({
    kind: "proven",
    format: "MM/DD/YY",
    also: ["YYYY-MM-DD"],
  });
  expect(dateEvidenceOf(groups(["12/31/1980", 9], ["31.12.1980", 1]))).toMatchObject({ also: ["DD.MM.YYYY"] });
});

test("years of two digits and day numbers of a spreadsheet are recognised", () => {
  expect(dateEvidenceOf(groups(["31/12/80", 3], ["01/02/79", 3]))).toMatchObject({
    kind: "proven",
    format: "DD/MM/YY",
  });
  expect(dateEvidenceOf(groups(["29586", 3], ["31022", 3]))).toMatchObject({ kind: "proven", format: "SERIAL" });
  expect(dateEvidenceOf(groups(["1980-01-01", 95], ["29586", 5]))).toEqual({
    kind: "proven",
    format: "YYYY-MM-DD",
    also: [],
  });
  expect(dateProofOf(groups(["01/02/80", 1]))?.bothWays).toEqual([
    { value: "01/02/80", row: 1, dayFirst: "1 February ’80", monthFirst: "2 January ’80" },
  ]);
});
