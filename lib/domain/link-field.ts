import { documentFieldOf } from "./document-field.ts";
import { type EntityType, entityTypes } from "./entity.ts";
import { fieldOf, fieldsByEntityType } from "./field.ts";
import type { Field } from "./field-shape.ts";

/** What a column can say about an associate's place in its company. `path` is where Passfort gets it (API contract §4.2). */
export const linkFields: readonly Field[] = [
  {
    key: "link.role",
    label: "Role",
    kind: "role",
    path: "original_role",
    group: "Place in the company",
    hint: "Director, shareholder and so on; roles are known in six languages, others go through the value map.",
  },
  {
    key: "link.percentage",
    label: "Percentage",
    kind: "percentage",
    path: "total_percentage",
    group: "Place in the company",
    hint: "From 0 to 100. A bare 0.25 is a quarter of one per cent.",
  },
  { key: "link.appointedOn", label: "Appointed on", kind: "date", path: "appointed_on", group: "Place in the company" },
  { key: "link.resignedOn", label: "Resigned on", kind: "date", path: "resigned_on", group: "Place in the company" },
];

export const ownerReference: Field = {
  key: "owner.reference",
  label: "Company reference",
  kind: "text",
  path: "",
  group: "Place in the company",
  hint: "The reference of the company client that the associate belongs to.",
};

export const associateReference: Field = {
  key: "associate.reference",
  label: "Associate reference",
  kind: "text",
  path: "",
  group: "Place in the company",
  hint: "The reference of a record in an associates file, or of a client.",
};

const byKey = new Map([...linkFields, ownerReference, associateReference].map((field) => [field.key, field]));

/** A field about a place in a company, by its key. */
export const linkFieldOf = (key: string): Field | undefined => byKey.get(key);

const associateMinimum: readonly string[] = ["givenNames", "familyName", "name"];

/** What is known of an associate: the same as of a client, but only its name is required (the guide asks no more). */
export const associateFieldsByEntityType: Record<EntityType, readonly Field[]> = {
  individual: fieldsByEntityType.individual.map(ofAssociate),
  company: fieldsByEntityType.company.map(ofAssociate),
};

function ofAssociate({ required: _, ...field }: Field): Field {
  if (field.key === "reference")
    return {
      ...field,
      label: "Associate reference",
      hint: "The associate's unique id in the old system, if it has one.",
    };
  return associateMinimum.includes(field.key) ? { ...field, required: "always" } : field;
}

/** What people call a field, by the key an issue names: of this kind of record, else of any. */
export function fieldLabelOf(entityType: EntityType, key: string): string | undefined {
  return (
    linkFieldOf(key) ??
    documentFieldOf(key) ??
    fieldOf(entityType, key) ??
    entityTypes.map((type) => fieldOf(type, key)).find((field) => field !== undefined)
  )?.label;
}
