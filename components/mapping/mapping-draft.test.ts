import { expect, test } from "vitest";
import { fieldsByEntityType } from "#lib/domain/field.ts";
import { catalogueOf } from "./catalogue.ts";
import {
  answerFor,
  bodyOf,
  coverageOf,
  draftOf,
  ignoreOpen,
  type MappedColumn,
  type MappingReply,
  openCount,
  takenFields,
} from "./mapping-draft.ts";
import { saveBlockers } from "./save-blockers.ts";

const column = (index: number, name: string, part: Partial<MappedColumn> = {}): MappedColumn => ({
  index,
  name,
  filled: 10,
  distinct: 10,
  longest: 8,
  countedRows: null,
  samples: ["x"],
  dates: [],
  suggestion: null,
  dateAmbiguous: false,
  ...part,
});
const suggest = (field: string): MappedColumn["suggestion"] => ({
  field,
  transforms: [{ kind: "trim" }],
  confidence: "sure",
  reason: "usual",
});

const columns = [
  column(0, "ID", { suggestion: suggest("reference") }),
  column(1, "Surname", { suggestion: suggest("familyName") }),
  column(2, "Shoe size"),
  column(3, "Born", { suggestion: suggest("dateOfBirth"), dateAmbiguous: true }),
];
const mapping: MappingReply = {
  fileId: "f",
  fileName: "a.csv",
  kind: "clients",
  entityType: "individual",
  rowCount: 10,
  columns,
  mixed: null,
  associates: [],
  current: null,
  frozenBecause: null,
};

const catalogue = catalogueOf(mapping, {});

test("before the first save the suggestions are the draft, and what has none stays open", () => {
  const draft = draftOf(mapping);
  expect(draft.answers.map((answer) => answer.kind)).toEqual(["mapped", "mapped", "open", "mapped"]);
  expect(openCount(draft)).toBe(1);
});

test("a column that people ignored before is ignored in the draft, and answered otherwise by a person as any other", () => {
  const learned = {
    ...mapping,
    columns: [column(0, "Shoe size", { ignoreReason: "“Shoe size” was ignored before." })],
  };
  expect(draftOf(learned).answers).toEqual([{ kind: "ignored" }]);
});

test("a saved mapping comes back as it was saved, ignored columns and constants too", () => {
  const body = {
    assignments: [
      { column: 0, field: "reference", transforms: [] },
      { column: 2, field: null, transforms: [] },
    ],
    constants: [{ field: "address.country", value: "GBR" }],
  };
  const draft = draftOf({
    ...mapping,
    current: { version: 3, body, createdByName: "O", createdAt: "2026-11-23T10:00:00Z" },
  });
  expect(draft.answers.map((answer) => answer.kind)).toEqual(["mapped", "open", "ignored", "open"]);
  expect(bodyOf(draft)).toEqual(body);
});

test("a column that feeds two fields and a rule that joins two columns come back as they were saved", () => {
  const body = {
    assignments: [
      { column: 0, field: "reference", transforms: [] },
      { column: 0, field: "title", transforms: [{ kind: "upper_case" as const }] },
      { column: 1, field: "email", transforms: [] },
      { column: 2, field: "email", transforms: [] },
    ],
    constants: [],
    rules: [{ field: "email", order: [2, 1], take: "first_filled" as const, separator: " " }],
  };
  const draft = draftOf({
    ...mapping,
    current: { version: 1, body, createdByName: "O", createdAt: "2026-11-23T10:00:00Z" },
  });
  expect(bodyOf(draft)).toEqual(body);
  expect([...takenFields(draft, columns).keys()].sort()).toEqual(["email", "reference", "title"]);
});

test("ignoring the remaining columns leaves no column unanswered and changes no other answer", () => {
  const draft = draftOf(mapping);
  const ignored = ignoreOpen(draft);
  expect(openCount(ignored)).toBe(0);
  expect(ignored.answers[0]).toBe(draft.answers[0]);
  expect(bodyOf(ignored).assignments).toContainEqual({ column: 2, field: null, transforms: [] });
});

test("a field is taken by its column or its constant, save those that join several columns", () => {
  const draft = { ...draftOf(mapping), constants: [{ field: "nationality", value: "GBR" }] };
  draft.answers[2] = { kind: "mapped", field: "givenNames", transforms: [] };
  expect([...takenFields(draft, columns).keys()].sort()).toEqual([
    "dateOfBirth",
    "familyName",
    "nationality",
    "reference",
  ]);
});

test("the meter counts a constant as a source, and an empty one not", () => {
  const covered = (value: string) =>
    coverageOf({ ...draftOf(mapping), constants: [{ field: "address.country", value }] }, catalogue).always.find(
      ({ field }) => field.key === "address.country",
    )?.isCovered;
  expect(covered("GBR")).toBe(true);
  expect(covered(" ")).toBe(false);
});

test("choosing a country field turns names into codes without being asked", () => {
  const country = fieldsByEntityType.individual.find((field) => field.kind === "country");
  expect(country && answerFor(country.key, country, column(9, "Land"))).toMatchObject({
    transforms: [{ kind: "trim" }, { kind: "country" }],
  });
});

test("a draft is not saved while a column is open or a date has no format, and each says which", () => {
  const blockers = saveBlockers(draftOf(mapping), columns, catalogue);
  expect(blockers).toHaveLength(2);
  expect(blockers[0]).toContain("1 column");
  expect(blockers[1]).toContain("Born");
});

test("a complete draft has no blockers", () => {
  const draft = ignoreOpen(draftOf(mapping));
  draft.answers[3] = { kind: "mapped", field: "dateOfBirth", transforms: [{ kind: "date", format: "DD/MM/YYYY" }] };
  expect(saveBlockers(draft, columns, catalogue)).toEqual([]);
});

test("an unfinished value for every row blocks, rather than being dropped in silence", () => {
  const draft = ignoreOpen(draftOf(mapping));
  draft.answers[3] = { kind: "ignored" };
  expect(saveBlockers({ ...draft, constants: [{ field: "nationality", value: "" }] }, columns, catalogue)).toHaveLength(
    1,
  );
});
