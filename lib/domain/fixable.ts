import { documentFields } from "./document-field.ts";
import type { EntityType } from "./entity.ts";
import { fieldsByEntityType } from "./field.ts";
import type { Field } from "./field-shape.ts";
import { associateFieldsByEntityType, associateReference, linkFields, ownerReference } from "./link-field.ts";
import type { Readiness } from "./record.ts";
import type { RecordRole } from "./record-role.ts";

/**
 * The place in a company that comes with a record: none (a client, or an associate whose places stand in a links file), in a company that
 * it names, or in the company of its own row.
 */
export const recordPlaces = ["none", "named", "own_row"] as const;
export type RecordPlace = (typeof recordPlaces)[number];
export type RecordKind = { role: RecordRole; entityType: EntityType; place: RecordPlace };

const fieldsOfPlace: Record<RecordPlace, readonly Field[]> = {
  none: [],
  named: [ownerReference, ...linkFields],
  own_row: linkFields,
};

/** What of a record a person can correct: what it is, and where it stands in a company. */
export function fixableFieldsOf({ role, entityType, place }: RecordKind): readonly Field[] {
  if (role === "document") return documentFields;
  if (role === "client") return fieldsByEntityType[entityType];
  if (role === "link") return [associateReference, ...fieldsOfPlace.named];
  return [...associateFieldsByEntityType[entityType], ...fieldsOfPlace[place]];
}

/** What can be corrected of every one of these records. */
export function fieldsOfAll(kinds: readonly RecordKind[]): readonly Field[] {
  const [first, ...others] = kinds.map(fixableFieldsOf);
  return (first ?? []).filter(({ key }) => others.every((fields) => fields.some((field) => field.key === key)));
}

export const beingChecked = "The file is being checked with another mapping. Correct its clients when that has ended.";

/** Why a record stays as it is; null when it can be corrected. */
export function fixedBecause(record: { readiness: Readiness; isHeld: boolean }): string | null {
  if (record.readiness === "excluded") return "This client is left out. Take it back in first, then correct it.";
  if (record.readiness === "unchecked") return beingChecked;
  if (record.isHeld)
    return "This client is in a chunk that was submitted, and stays as its approver saw it. Take the chunk back first.";
  return null;
}
