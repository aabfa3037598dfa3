/** How a field's text becomes a value: it decides which transforms are offered and how the value is checked. */
export const fieldKinds = [
  "text",
  "names",
  "date",
  "country",
  "email",
  "phone",
  "gender",
  "whole_number",
  "yes_no",
  "ownership",
  "role",
  "percentage",
  "document_use",
  "document_category",
  "document_type",
  "document_side",
  "note",
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** The fields in the order in which a person looks for them. */
export const fieldGroups = [
  "Identity",
  "Contact",
  "Address",
  "More addresses",
  "More of a company",
  "Notes",
  "Place in the company",
  "Document",
] as const;
export type FieldGroup = (typeof fieldGroups)[number];

/** Something Passfort-bound that a column can become. `path` is where Passfort gets it (API contract §3.3, §3.4). */
export type Field = {
  readonly key: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly path: string;
  readonly group: FieldGroup;
  /** Required in every track; `full_onboarding`: required only where identity checks run (guide, minimum data). */
  readonly required?: "always" | "full_onboarding";
  readonly hint?: string;
};
