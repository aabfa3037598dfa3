import type { Entity, EntityType } from "../../../domain/entity.ts";
import { fieldValueOf } from "../../../domain/field-value.ts";
import type { FoundIssue } from "../../../domain/issue.ts";
import { nothingFound, type Rule } from "../rule.ts";

const placeholder =
  /^(n\/?a|none|null|nil|unknown|unk|test(ing)?|tester|dummy|sample|tb[acd]|x{2,}|\?+|-+|\.+|not (known|given|available|applicable)|deceased|do not use|duplicate|anonymous|anon)$/i;

const nameKeys: Record<EntityType, readonly string[]> = { individual: ["givenNames", "familyName"], company: ["name"] };

export const suspiciousName: Rule = {
  codes: ["field.name_suspicious"],
  check({ entity }) {
    let found: FoundIssue[] | undefined;
    for (const key of nameKeys[entity.entityType]) {
      const name = fieldValueOf(entity, key);
      if (name === undefined || !isOdd(name, entity)) continue;
      found ??= [];
      found.push({ code: "field.name_suspicious", field: key, value: name });
    }
    return found ?? nothingFound;
  },
};

/** Letters of any script, none of them a digit: nearly every name, and none that the long look would find odd. */
const plainName = /^\p{L}[\p{L}\p{M} '’.-]*$/u;

/** A company may have digits in its name; a person seldom has. */
function isOdd(name: string, { entityType }: Entity): boolean {
  const hasDigit = !plainName.test(name) && /\d/.test(name);
  if (placeholder.test(name.trim()) || !/\p{L}/u.test(name)) return !(entityType === "company" && hasDigit);
  return entityType === "individual" && hasDigit;
}
