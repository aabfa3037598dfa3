import type { FoundIssue } from "../../../domain/issue.ts";
import { nothingFound, type Rule } from "../rule.ts";

/** A place in a company has a company and a role, and in a links file an associate. A wide row is its own company. */
export const linkComplete: Rule = {
  codes: ["field.required"],
  check({ link, slot, role, unreadFields }) {
    if (!link) return nothingFound;
    const missing = [
      slot === 0 && link.ownerReference === null ? "owner.reference" : null,
      role === "link" && link.associateReference === null ? "associate.reference" : null,
      link.list === null ? "link.role" : null,
    ];
    return missing.flatMap((field): FoundIssue[] =>
      field === null || unreadFields.has(field) ? [] : [{ code: "field.required", field }],
    );
  },
};
