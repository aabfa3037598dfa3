import type { Field } from "./field-shape.ts";

/** What the row of a documents manifest can say. `path` is where Passfort gets it (API contract §6). */
export const documentFields: readonly Field[] = [
  {
    key: "document.owner",
    label: "Owner reference",
    kind: "text",
    path: "",
    group: "Document",
    required: "always",
    hint: "The reference of the client or associate that the document belongs to.",
  },
  {
    key: "document.fileName",
    label: "File name",
    kind: "text",
    path: "",
    group: "Document",
    required: "always",
    hint: "As the file is called, with or without its folders. Capitals do not matter.",
  },
  {
    key: "document.use",
    label: "Use",
    kind: "document_use",
    path: "",
    group: "Document",
    required: "always",
    hint: "Evidence is attached to a note; an identity paper can be read by checks. If all are alike, give one value for every row.",
  },
  {
    key: "document.category",
    label: "Category",
    kind: "document_category",
    path: "documents[].category",
    group: "Document",
    hint: "Needed for an identity paper. Known in English, German and French; other words go through the value map.",
  },
  {
    key: "document.type",
    label: "Document type",
    kind: "document_type",
    path: "documents[].document_type",
    group: "Document",
    hint: "Needed for an identity paper. Known in English, German and French; other words go through the value map.",
  },
  {
    key: "document.side",
    label: "Side",
    kind: "document_side",
    path: "document_images[].image_type",
    group: "Document",
    hint: "Front, back or face. A page that is all of the paper is the front.",
  },
  { key: "document.expiresOn", label: "Expiry date", kind: "date", path: "", group: "Document" },
  {
    key: "document.title",
    label: "Name in Passfort",
    kind: "text",
    path: "files[].name",
    group: "Document",
    hint: "What people shall read on it there; the name of the file where this is blank.",
  },
];

const byKey = new Map(documentFields.map((field) => [field.key, field]));

/** A field of a documents manifest, by its key. */
export const documentFieldOf = (key: string): Field | undefined => byKey.get(key);
