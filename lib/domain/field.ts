import { companyFields } from "./company-fields.ts";
import type { EntityType } from "./entity.ts";
import type { Field } from "./field-shape.ts";
import { individualFields } from "./individual-fields.ts";

/** The target catalogue: every field a column may become, by entity type. */
export const fieldsByEntityType: Record<EntityType, readonly Field[]> = {
  individual: individualFields,
  company: companyFields,
};

const byKey: Record<EntityType, ReadonlyMap<string, Field>> = {
  individual: new Map(individualFields.map((field) => [field.key, field])),
  company: new Map(companyFields.map((field) => [field.key, field])),
};

export const fieldOf = (entityType: EntityType, key: string): Field | undefined => byKey[entityType].get(key);
