import type { Field } from "./field-shape.ts";

/** Fields of people and companies alike. */
export const referenceField: Field = {
  key: "reference",
  label: "Client reference",
  kind: "text",
  path: "customer_ref",
  group: "Identity",
  required: "always",
  hint: "The client's unique id in the old system.",
};

/** What Passfort has no place for and a person there may want to read: several columns, a line each. */
export const noteField: Field = {
  key: "note",
  label: "Text for a note",
  kind: "note",
  path: "note",
  group: "Notes",
  hint: "Each column is a line “Header: value”. Kept with the record; it is not sent to Passfort yet.",
};
