import { eachFilledField } from "../../../domain/field-value.ts";
import type { FoundIssue } from "../../../domain/issue.ts";
import { nothingFound, type Rule } from "../rule.ts";

const charactersMax = 255;
const lineCharactersMax = 1000;
const maxByField: Record<string, number> = { reference: 100, description: 4000, note: 10_000 };

export const tooLong: Rule = {
  codes: ["field.too_long"],
  check({ entity }) {
    let found: FoundIssue[] | undefined;
    eachFilledField(entity, (key, value) => {
      if (value.length <= shortestMax || value.length <= maxOf(key)) return;
      found ??= [];
      found.push(issueOf(key, value));
    });
    return found ?? nothingFound;
  },
};

const maxOf = (key: string): number => maxByField[key] ?? (key.endsWith(".text") ? lineCharactersMax : charactersMax);
const shortestMax = Math.min(charactersMax, ...Object.values(maxByField));

const issueOf = (field: string, value: string): FoundIssue => ({
  code: "field.too_long",
  field,
  value: `${value.slice(0, 60)}…`,
  facts: { length: value.length.toLocaleString("en-GB"), max: maxOf(field).toLocaleString("en-GB") },
});
