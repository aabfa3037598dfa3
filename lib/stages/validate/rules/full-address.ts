import type { Entity, EntityType } from "../../../domain/entity.ts";
import { fieldsByEntityType } from "../../../domain/field.ts";
import { fieldValueOf } from "../../../domain/field-value.ts";
import { nothingFound, type Rule } from "../rule.ts";

/** Fields that say the same as the one the check asks for. */
const standIns: Record<string, readonly string[]> = {
  "address.locality": ["address.postalTown"],
  "address.route": ["address.premise"],
};

/** An address in one line is split by Passfort itself (API contract §3.5), so nothing is called missing then. */
export const fullAddress: Rule = {
  codes: ["record.full_address_incomplete"],
  check({ entity }) {
    if (fieldValueOf(entity, "address.text") !== undefined) return nothingFound;
    const asked = askedFields[entity.entityType];
    if (asked.every((field) => isThere(entity, field))) return nothingFound;
    const missing = asked.filter((field) => !isThere(entity, field)).map(({ label }) => label.toLowerCase());
    return [{ code: "record.full_address_incomplete", facts: { missing: missing.join(", ") } }];
  },
};

type Asked = { label: string; keys: readonly string[] };

const isThere = (entity: Entity, { keys }: Asked): boolean =>
  keys.some((key) => fieldValueOf(entity, key) !== undefined);

const askedOf = (entityType: EntityType): Asked[] =>
  fieldsByEntityType[entityType]
    .filter((field) => field.required === "full_onboarding")
    .map(({ key, label }) => ({ label, keys: [key, ...(standIns[key] ?? [])] }));

const askedFields: Record<EntityType, readonly Asked[]> = {
  individual: askedOf("individual"),
  company: askedOf("company"),
};
