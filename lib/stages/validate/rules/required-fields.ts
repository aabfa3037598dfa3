import type { EntityType } from "../../../domain/entity.ts";
import { fieldsByEntityType } from "../../../domain/field.ts";
import { fieldValueOf } from "../../../domain/field-value.ts";
import type { FoundIssue } from "../../../domain/issue.ts";
import { nothingFound, type Rule } from "../rule.ts";

/** The minimum data of the migration guide: without it no track can run. */
export const requiredFields: Rule = {
  codes: ["field.required"],
  check({ entity, unreadFields }) {
    let found: FoundIssue[] | undefined;
    for (const key of requiredKeys[entity.entityType]) {
      if (fieldValueOf(entity, key) !== undefined || unreadFields.has(key)) continue;
      found ??= [];
      found.push({ code: "field.required", field: key });
    }
    return found ?? nothingFound;
  },
};

const requiredOf = (entityType: EntityType): string[] =>
  fieldsByEntityType[entityType].filter((field) => field.required === "always").map(({ key }) => key);

const requiredKeys: Record<EntityType, readonly string[]> = {
  individual: requiredOf("individual"),
  company: requiredOf("company"),
};
