import { fieldValueOf } from "../../../domain/field-value.ts";
import type { FoundIssue } from "../../../domain/issue.ts";
import type { Rule } from "../rule.ts";

const placeholder =
  /^(n\/?a|none|null|nil|unknown|unk|test(ing)?|tester|dummy|sample|tb[acd]|x{2,}|\?+|-+|\.+|not (known|given|available|applicable)|deceased|do not use|duplicate|anonymous|anon)$/i;

/** A company may have digits in its name; a person seldom has. */
export const suspiciousName: Rule = {
  codes: ["field.name_suspicious"],
  check({ entity }) {
    const keys = entity.entityType === "company" ? ["name"] : ["givenNames", "familyName"];
    return keys.flatMap((key): FoundIssue[] => {
      const name = fieldValueOf(entity, key);
      if (name === undefined) return [];
      const isOdd =
        placeholder.test(name.trim()) || !/\p{L}/u.test(name)
          ? !(entity.entityType === "company" && /\d/.test(name))
          : entity.entityType === "individual" && /\d/.test(name);
      return isOdd ? [{ code: "field.name_suspicious", field: key, value: name }] : [];
    });
  },
};
