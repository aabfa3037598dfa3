import { expect, test } from "vitest";
import { templateOf } from "../upload/template.ts";
import { mappingProblem } from "./mapping-problem.ts";
import { documentSuggestionsOf } from "./suggest-documents.ts";

const columnsOf = (columns: Record<string, readonly string[]>) =>
  Object.entries(columns).map(([name, values], index) => ({ index, name, values, dates: [] }));
const fieldsOf = (columns: Record<string, readonly string[]>) =>
  documentSuggestionsOf(columnsOf(columns)).map(({ suggestion }) => suggestion?.field ?? null);

test.each([
  [
    ["Kundennummer", "Dateiname", "Verwendung", "Kategorie", "Dokumentart", "Gültig bis"],
    ["owner", "fileName", "use", "category", "type", null],
  ],
  [
    ["Référence client", "Nom du fichier", "Usage", "Catégorie", "Type de document", "Libellé"],
    ["owner", "fileName", "use", "category", "type", "title"],
  ],
  [
    ["client_id", "file_path", "doc_type", "notes"],
    ["owner", "fileName", "type", null],
  ],
])("the headers %j are known", (headers, fields) => {
  expect(fieldsOf(Object.fromEntries(headers.map((header) => [header, []])))).toEqual(
    fields.map((field) => field && `document.${field}`),
  );
});

test("a column of names of files is the file name, whatever it is called", () => {
  expect(fieldsOf({ "Client ref": ["1"], Thing: ["a.pdf", "b.JPG", "c/d.tif"] })).toEqual([
    "document.owner",
    "document.fileName",
  ]);
});

test("types that say their category are proposed for both, where no column is the category", () => {
  const [type] = documentSuggestionsOf(columnsOf({ "Document type": ["Passport", "Utility bill"] }));
  expect(type?.suggestion?.also).toEqual([{ field: "document.category", transforms: [{ kind: "trim" }] }]);
  const [open] = documentSuggestionsOf(columnsOf({ "Document type": ["Passport", "Bank statement"] }));
  expect(open?.suggestion?.also).toBeUndefined();
});

test("the template of documents maps itself", () => {
  const { header, rows } = templateOf("documents");
  const columns = columnsOf(
    Object.fromEntries(header.map((name, at) => [name, rows.map((row) => row[at] ?? "").filter(Boolean)])),
  );
  const suggested = documentSuggestionsOf(columns);
  expect(suggested.every(({ suggestion }) => suggestion !== null)).toBe(true);
  const assignments = suggested.flatMap(({ suggestion }, column) =>
    suggestion ? [{ column, field: suggestion.field, transforms: suggestion.transforms }] : [],
  );
  // A date without values that prove it is chosen by a person.
  expect(
    mappingProblem(
      { assignments: assignments.filter(({ field }) => field !== "document.expiresOn"), constants: [] },
      header,
      {
        kind: "documents",
        entityType: "individual",
      },
    ),
  ).toBeUndefined();
});
