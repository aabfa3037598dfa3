import { expect, test } from "vitest";
import { leftOutSentences } from "./left-out-sentences.ts";

test("refused and uncertain clients are said to stay, each with why; nobody is not spoken of", () => {
  expect(leftOutSentences({ failed: 4, refused: 0, uncertain: 0 })).toEqual([]);
  expect(leftOutSentences({ failed: 4, refused: 1_200, uncertain: 2 })).toEqual([
    "1,200 refused clients stay: their data must be corrected first.",
    "2 uncertain clients stay: they are looked up by themselves.",
  ]);
  expect(leftOutSentences({ failed: 4, refused: 1, uncertain: 1 })).toEqual([
    "1 refused client stays: its data must be corrected first.",
    "1 uncertain client stays: it is looked up by itself.",
  ]);
});
