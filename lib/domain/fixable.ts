import { documentFields } from "./document-field.ts";
import type { EntityType } from "./entity.ts";
import { fieldsByEntityType } from "./field.ts";
import type { Field } from "./field-shape.ts";
import { associateFieldsByEntityType } from "./link-field.ts";
import type { Readiness } from "./record.ts";
import type { RecordRole } from "./record-role.ts";

/** What of a record a person can correct: what it is, not where it stands in a company. Of a document, all its manifest says. */
export function fixableFieldsOf(role: RecordRole, entityType: EntityType): readonly Field[] {
  if (role === "link") return [];
  if (role === "document") return documentFields;
  return role === "client" ? fieldsByEntityType[entityType] : associateFieldsByEntityType[entityType];
}

export const beingChecked = "The file is being checked with another mapping. Correct its clients when that has ended.";

/** Why a record stays as it is; null when it can be corrected. */
export function fixedBecause(record: { readiness: Readiness; role: RecordRole; isHeld: boolean }): string | null {
  if (record.role === "link") return "A row of a links file is corrected in its file.";
  if (record.readiness === "excluded") return "This client is left out. Take it back in first, then correct it.";
  if (record.readiness === "unchecked") return beingChecked;
  if (record.isHeld)
    return "This client is in a chunk that was submitted, and stays as its approver saw it. Take the chunk back first.";
  return null;
}
