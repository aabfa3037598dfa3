import { fieldsByEntityType } from "../../../domain/field.ts";
import { fieldValueOf } from "../../../domain/field-value.ts";
import type { FoundIssue } from "../../../domain/issue.ts";
import { nothingFound, type Rule } from "../rule.ts";

const charactersMax = 255;
const maxByField: Record<string, number> = { "address.text": 1000, reference: 100 };

export const tooLong: Rule = {
  codes: ["field.too_long"],
  check({ entity }) {
    let found: FoundIssue[] | undefined;
    for (const { key } of fieldsByEntityType[entity.entityType]) {
      const value = fieldValueOf(entity, key);
      if (value === undefined || value.length <= shortestMax || value.length <= maxOf(key)) continue;
      found ??= [];
      found.push(issueOf(key, value));
    }
    return found ?? nothingFound;
  },
};

const maxOf = (key: string): number => maxByField[key] ?? charactersMax;
const shortestMax = Math.min(charactersMax, ...Object.values(maxByField));

const issueOf = (field: string, value: string): FoundIssue => ({
  code: "field.too_long",
  field,
  value: `${value.slice(0, 60)}…`,
  facts: { length: value.length.toLocaleString("en-GB"), max: maxOf(field).toLocaleString("en-GB") },
});
