/** The columns of the error report and what stands in them, in the order of the file. */
export const errorColumnWords: readonly { column: string; meaning: string }[] = [
  { column: "reference", meaning: "The client's reference in the old system." },
  {
    column: "file, row, line",
    meaning: "Where it stands in what you uploaded: the row counts records, the line counts lines of the file.",
  },
  { column: "status", meaning: "The part of the count it belongs to: excluded, invalid, failed, refused, uncertain …" },
  { column: "field", meaning: "The field that is wrong, where one is." },
  { column: "code", meaning: "A stable code for filtering: the panel's own, or Passfort's." },
  { column: "sentence", meaning: "What is wrong, in words." },
  { column: "how_to_fix", meaning: "What to do about it." },
  { column: "attempts", meaning: "How many calls to Passfort were made for it." },
  { column: "first_error_utc, last_error_utc", meaning: "When the trouble began and when it was last seen, in UTC." },
];
