import { fieldsByEntityType } from "../../../domain/field.ts";
import { fieldValueOf } from "../../../domain/field-value.ts";
import type { Rule } from "../rule.ts";

/** Fields that say the same as the one the check asks for. */
const standIns: Record<string, readonly string[]> = {
  "address.locality": ["address.postalTown"],
  "address.route": ["address.premise"],
};

/** An address in one line is split by Passfort itself (API contract §3.5), so nothing is called missing then. */
export const fullAddress: Rule = {
  codes: ["record.full_address_incomplete"],
  check({ entity }) {
    if (fieldValueOf(entity, "address.text") !== undefined) return [];
    const missing = fieldsByEntityType[entity.entityType]
      .filter((field) => field.required === "full_onboarding")
      .filter((field) =>
        [field.key, ...(standIns[field.key] ?? [])].every((key) => fieldValueOf(entity, key) === undefined),
      );
    if (missing.length === 0) return [];
    return [
      {
        code: "record.full_address_incomplete",
        facts: { missing: missing.map((field) => field.label.toLowerCase()).join(", ") },
      },
    ];
  },
};
