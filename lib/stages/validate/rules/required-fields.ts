import type { Entity, EntityType } from "../../../domain/entity.ts";
import { fieldsByEntityType } from "../../../domain/field.ts";
import type { Field } from "../../../domain/field-shape.ts";
import { fieldValueOf } from "../../../domain/field-value.ts";
import type { FoundIssue } from "../../../domain/issue.ts";
import { associateFieldsByEntityType } from "../../../domain/link-field.ts";
import type { RecordRole } from "../../../domain/record-role.ts";
import { nothingFound, type Rule } from "../rule.ts";

/**
 * The minimum data of the migration guide: without it no track can run. Of an associate only the name is required. An address that says anything
 * needs its country, for Passfort takes none without (API contract §3.5).
 */
export const requiredFields: Rule = {
  codes: ["field.required"],
  check({ entity, role, unreadFields }) {
    let found: FoundIssue[] | undefined;
    for (const key of requiredKeys[role][entity.entityType]) {
      if (fieldValueOf(entity, key) !== undefined || unreadFields.has(key)) continue;
      found ??= [];
      found.push({ code: "field.required", field: key });
    }
    const isAsked = () => requiredKeys[role][entity.entityType].includes(addressCountry);
    if (lacksCountry(entity.address) && !isAsked() && !unreadFields.has(addressCountry))
      found = [...(found ?? []), { code: "field.required", field: addressCountry }];
    return found ?? nothingFound;
  },
};

const addressCountry = "address.country";

function lacksCountry(address: Entity["address"]): boolean {
  if (address === undefined || address.country !== undefined) return false;
  for (const part in address) if (address[part as keyof typeof address] !== undefined) return true;
  return false;
}

const requiredOf = (fields: readonly Field[]): string[] =>
  fields.filter((field) => field.required === "always").map(({ key }) => key);
const byType = (fields: Record<EntityType, readonly Field[]>): Record<EntityType, readonly string[]> => ({
  individual: requiredOf(fields.individual),
  company: requiredOf(fields.company),
});

const requiredKeys: Record<RecordRole, Record<EntityType, readonly string[]>> = {
  client: byType(fieldsByEntityType),
  associate: byType(associateFieldsByEntityType),
  link: { individual: [], company: [] },
  document: { individual: [], company: [] },
};
