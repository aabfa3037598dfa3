import { invalid } from "../api/refused.ts";

const DATE_KEYS = new Set([
  "dob",
  "start_date",
  "end_date",
  "start",
  "end",
  "incorporation_date",
  "appointed_on",
  "resigned_on",
  "notified_on",
  "ceased_on",
]);

/**
 * Refuses dates of the right form that no calendar has, like 2020-02-30. The published patterns let them pass, so that
 * this is inferred (switch `datesOnCalendar`).
 */
export function refuseImpossibleDates(data: unknown, at: (string | number)[]): void {
  if (typeof data !== "object" || data === null) return;
  for (const [key, value] of Object.entries(data)) {
    const place = [...at, key];
    if (DATE_KEYS.has(key) && typeof value === "string" && !isOnCalendar(value)) {
      const field = place.join(".");
      throw invalid(`${field} is a date that no calendar has.`, field);
    }
    refuseImpossibleDates(value, place);
  }
}

function isOnCalendar(text: string): boolean {
  const [year = 0, month = 1, day = 1] = text.split("-").map(Number);
  const made = new Date(Date.UTC(2000, month - 1, day));
  made.setUTCFullYear(year, month - 1, day);
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}
