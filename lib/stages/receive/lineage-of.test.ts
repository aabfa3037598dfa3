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
    {
      field: "givenNames",
      label: "Given names",
      column: "First + Second",
      raw: "ada may",
      returned: null,
      correction: null,
      value: "Ada May",
    },
    {
      field: "familyName",
      label: "Family name",
      column: "Surname",
      raw: "QUILL",
      returned: null,
      correction: null,
      value: "Quill",
    },
    {
      field: "address.country",
      label: "Address country",
      column: null,
      raw: "United Kingdom",
      returned: null,
      correction: null,
      value: "GBR",
    },
  ]);
});

test("a correction stands beside its cell, and gives a field without a column its line", () => {
  const correction = { text: "Quill", by: "Olivia", at: "2026-11-26T09:00:00.000Z", reason: "asked" };
  const lineage = lineageOf(
    { entityType: "individual", familyName: "Quill" },
    { columns: ["First"], cells: ["ada"], mapping: { assignments: [], constants: [] } },
    { corrections: new Map([["familyName", correction]]) },
  );
  expect(lineage).toEqual([
    { field: "familyName", label: "Family name", column: null, raw: "", returned: null, correction, value: "Quill" },
  ]);
});

test("returned cells stand between what the file says and what is sent, whole where several cells make a value", () => {
  const by = { by: "Olivia", at: "2026-11-26T09:00:00.000Z", reason: "returned" };
  const mapping = {
    assignments: [
      { column: 0, field: "givenNames", transforms: [] },
      { column: 1, field: "givenNames", transforms: [] },
    ],
    constants: [],
  };
  const [line] = lineageOf(
    { entityType: "individual", givenNames: ["Ann", "May"] },
    { columns: ["First", "Second"], cells: ["Ann", "Mai"], mapping },
    { returned: new Map([[1, { ...by, text: "May" }]]) },
  );
  expect(line).toMatchObject({ raw: "Ann Mai", returned: { ...by, text: "Ann May" }, value: "Ann May" });
});

test("a constant is told as the source of its own record's value, and of no other record of the row", () => {
  const source = {
    columns: ["Director"],
    cells: ["Lee"],
    mapping: {
      assignments: [{ column: 0, of: 1, field: "familyName", transforms: [] }],
      constants: [{ of: 1, field: "nationality", value: "Norway" }],
    },
  };
  const entity = { entityType: "individual", familyName: "Lee", nationality: "NOR" } as const;
  const line = (slot: number) =>
    lineageOf(entity, source, { slot, role: "associate" }).find(({ field }) => field === "nationality");
  expect(line(1)).toMatchObject({ column: null, raw: "Norway", value: "NOR" });
  expect(line(2)).toMatchObject({ column: null, raw: "", value: "NOR" });
});
