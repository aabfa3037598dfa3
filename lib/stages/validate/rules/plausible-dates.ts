import { ageOn } from "../../../domain/calendar-date.ts";
import type { FoundIssue } from "../../../domain/issue.ts";
import { nothingFound, type Rule } from "../rule.ts";

const earliestBirth = "1900-01-01";
const fullAge = 18;

export const plausibleDates: Rule = {
  codes: ["field.date_future", "field.date_early", "field.under_age"],
  check({ entity, today }) {
    if (entity.entityType === "company") return inFuture("incorporationDate", entity.incorporationDate, today);
    const born = entity.dateOfBirth;
    if (born === undefined) return nothingFound;
    const future = inFuture("dateOfBirth", born, today);
    if (future.length > 0) return future;
    if (born < earliestBirth) return [{ code: "field.date_early", field: "dateOfBirth", value: born }];
    const age = ageOn(born, today);
    return age < fullAge
      ? [{ code: "field.under_age", field: "dateOfBirth", value: born, facts: { age: String(age) } }]
      : nothingFound;
  },
};

function inFuture(field: string, date: string | undefined, today: string): readonly FoundIssue[] {
  return date !== undefined && date > today ? [{ code: "field.date_future", field, value: date }] : nothingFound;
}
