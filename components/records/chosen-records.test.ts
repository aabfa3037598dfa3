import { expect, test } from "vitest";
import { stayingWords } from "./chosen-records.ts";

test("what stays as it is among the chosen is told with its reason, and nothing where nothing stays", () => {
  expect(stayingWords({ held: 1, excluded: 2, unchecked: 0 })).toEqual([
    "1 record is in a submitted chunk and stays as the approver saw it.",
    "2 records are left out.",
  ]);
  expect(stayingWords({ held: 0, excluded: 0, unchecked: 0 })).toEqual([]);
});
