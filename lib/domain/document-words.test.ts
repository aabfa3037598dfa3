import { expect, test } from "vitest";
import { documentCategories, documentSides, documentTypes, documentUses } from "./document.ts";
import { documentCategoryOf, documentSideOf, documentTypeOf, documentUseOf } from "./document-words.ts";

test("Passfort's own words are known, however they are spelled", () => {
  for (const type of documentTypes) expect(documentTypeOf(type.toLowerCase().replaceAll("_", " "))).toBe(type);
  for (const category of documentCategories) expect(documentCategoryOf(category.replaceAll("_", "-"))).toBe(category);
  for (const use of documentUses) expect(documentUseOf(use.toUpperCase())).toBe(use);
  for (const side of documentSides) expect(documentSideOf(side.toLowerCase())).toBe(side);
});

test.each([
  ["Reisepass", "PASSPORT"],
  ["carte nationale d’identité", "STATE_ID"],
  ["Führerschein", "DRIVING_LICENCE"],
  ["electricity bill", "UTILITY_BILL"],
  ["Handelsregisterauszug", "REGISTER_REPORT"],
])("%s is %s", (text, type) => {
  expect(documentTypeOf(text)).toBe(type);
});

test("a type that can be one thing only says the category; a statement of a bank does not", () => {
  expect(documentCategoryOf("Personalausweis")).toBe("PROOF_OF_IDENTITY");
  expect(documentCategoryOf("Justificatif de domicile")).toBe("PROOF_OF_ADDRESS");
  expect(documentCategoryOf("Kontoauszug")).toBeUndefined();
});

test("a type in Passfort's own form that we do not know is taken as it is; other words are not", () => {
  expect(documentTypeOf("VISA_LETTER")).toBe("VISA_LETTER");
  expect(documentTypeOf("visa letter")).toBeUndefined();
  expect(documentTypeOf("statement")).toBeUndefined();
});
