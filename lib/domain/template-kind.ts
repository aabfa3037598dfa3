import { documentFields } from "./document-field.ts";
import type { EntityType } from "./entity.ts";
import { fieldsByEntityType } from "./field.ts";
import type { Field } from "./field-shape.ts";
import type { FileKind } from "./file-kind.ts";
import { associateFieldsByEntityType, associateReference, linkFields, ownerReference } from "./link-field.ts";

export const templateKinds = [
  "individuals",
  "companies",
  "associated-people",
  "associated-companies",
  "links",
  "documents",
] as const;
export type TemplateKind = (typeof templateKinds)[number];

type Look = { label: string; file: { kind: FileKind; entityType: EntityType }; fields: readonly Field[] };

/** The files a person can fill in: what a row of each is, and every column that it can have, from the live catalogue. */
export const templateLooks: Record<TemplateKind, Look> = {
  individuals: {
    label: "Individuals",
    file: { kind: "clients", entityType: "individual" },
    fields: fieldsByEntityType.individual,
  },
  companies: {
    label: "Companies",
    file: { kind: "clients", entityType: "company" },
    fields: fieldsByEntityType.company,
  },
  "associated-people": {
    label: "Associates (people)",
    file: { kind: "associates", entityType: "individual" },
    fields: [ownerReference, ...linkFields, ...associateFieldsByEntityType.individual],
  },
  "associated-companies": {
    label: "Associates (companies)",
    file: { kind: "associates", entityType: "company" },
    fields: [ownerReference, ...linkFields, ...associateFieldsByEntityType.company],
  },
  links: {
    label: "Links",
    file: { kind: "links", entityType: "individual" },
    fields: [ownerReference, associateReference, ...linkFields],
  },
  documents: {
    label: "Documents",
    file: { kind: "documents", entityType: "individual" },
    fields: documentFields,
  },
};
