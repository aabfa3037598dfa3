import { expect, test } from "vitest";
import { lineageOf } from "./lineage-of.ts";

test("every value names its column and its cell; a constant names itself; what is nowhere is not listed", () => {
  const lineage = lineageOf(
    { entityType: "individual", givenNames: ["Ada", "May"], familyName: "Quill", address: { country: "GBR" } },
    {
      columns: ["First", "Second", "Surname"],
      cells: ["ada", "may", "QUILL"],
      mapping: {
        assignments: [
          { column: 0, field: "givenNames", transforms: [] },
          { column: 1, field: "givenNames", transforms: [] },
          { column: 2, field: "familyName", transforms: [] },
        ],
        constants: [{ field: "address.country", value: "United Kingdom" }],
      },
    },
  );
  expect(lineage).toEqual([
    { field: "givenNames", label: "Given names", column: "First + Second", raw: "ada may", value: "Ada May" },
    { field: "familyName", label: "Family name", column: "Surname", raw: "QUILL", value: "Quill" },
    { field: "address.country", label: "Address country", column: null, raw: "United Kingdom", value: "GBR" },
  ]);
});
