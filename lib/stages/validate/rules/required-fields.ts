import { fieldsByEntityType } from "../../../domain/field.ts";
import { fieldValueOf } from "../../../domain/field-value.ts";
import type { Rule } from "../rule.ts";

/** The minimum data of the migration guide: without it no track can run. */
export const requiredFields: Rule = {
  codes: ["field.required"],
  check: ({ entity, unreadFields }) =>
    fieldsByEntityType[entity.entityType]
      .filter(
        (field) =>
          field.required === "always" && !unreadFields.has(field.key) && fieldValueOf(entity, field.key) === undefined,
      )
      .map((field) => ({ code: "field.required", field: field.key })),
};
