import { expect, test } from "vitest";
import { returnNotes } from "./return-notes.ts";

const nothing = {
  rows: 3,
  blankRows: 0,
  missingRows: 0,
  missingColumns: [],
  unknownColumns: [],
  troubles: [],
  already: 0,
  habits: [],
};

test("a return that came back whole needs no notes", () => {
  expect(returnNotes(nothing)).toEqual([]);
});

test("whatever else there is to know is told in one sentence each", () => {
  expect(
    returnNotes({
      ...nothing,
      blankRows: 1,
      missingRows: 1_200,
      missingColumns: ["DOB"],
      unknownColumns: ["BIRTHDAY", "NOTES"],
      troubles: [["have no row id", 2]],
      already: 1,
      habits: [["A date was written in another way", 12]],
    }),
  ).toEqual([
    "2 rows not taken: they have no row id.",
    "The column “DOB” did not come back and stays as it is. If a column was renamed, give it its name back and return the file again.",
    "The columns “BIRTHDAY” and “NOTES” are none of the source file and were passed over.",
    "1,200 rows of the problem sheet did not come back and stay as they are.",
    "1 row without any value was passed over.",
    "1 cell stands so already.",
    "A date was written in another way in 12 cells; they stay as before.",
  ]);
});
