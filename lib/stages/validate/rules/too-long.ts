import { fieldsByEntityType } from "../../../domain/field.ts";
import { fieldValueOf } from "../../../domain/field-value.ts";
import type { Rule } from "../rule.ts";

const charactersMax = 255;
const maxByField: Record<string, number> = { "address.text": 1000, reference: 100 };

export const tooLong: Rule = {
  codes: ["field.too_long"],
  check: ({ entity }) =>
    fieldsByEntityType[entity.entityType].flatMap((field) => {
      const value = fieldValueOf(entity, field.key);
      const max = maxByField[field.key] ?? charactersMax;
      if (value === undefined || value.length <= max) return [];
      return [
        {
          code: "field.too_long" as const,
          field: field.key,
          value: `${value.slice(0, 60)}…`,
          facts: { length: value.length.toLocaleString("en-GB"), max: max.toLocaleString("en-GB") },
        },
      ];
    }),
};
