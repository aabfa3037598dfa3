import { nothingFound, type Rule } from "../rule.ts";

/**
 * Days that old systems write for “unknown”: where their calendars begin, and what fingers type. Those before 1900 and those to come are
 * errors already (plausible-dates.ts).
 */
const placeholders: ReadonlySet<string> = new Set([
  "1900-01-01",
  "1900-12-31",
  "1901-01-01",
  "1904-01-01",
  "1911-11-11",
  "1970-01-01",
]);

export const placeholderDate: Rule = {
  codes: ["field.date_placeholder"],
  check({ entity }) {
    if (entity.entityType !== "individual" || entity.dateOfBirth === undefined) return nothingFound;
    return placeholders.has(entity.dateOfBirth)
      ? [{ code: "field.date_placeholder", field: "dateOfBirth", value: entity.dateOfBirth }]
      : nothingFound;
  },
};
