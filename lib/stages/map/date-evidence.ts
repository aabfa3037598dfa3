import { readDate } from "../../domain/calendar-date.ts";
import { type DateFormat, dateFormats } from "../../domain/mapping.ts";
import { plainText } from "../../domain/plain-text.ts";

/** What the values of a column prove about how its dates are written. */
export type DateEvidence = { kind: "proven"; format: DateFormat } | { kind: "ambiguous" } | { kind: "none" };

/** A few "unknown" or mistyped cells do not hide a column of dates. */
const shareNeeded = 0.9;

/** Formats that differ only in the order of day and month. Of the last two, exports write the other order too. */
const monthFirst: Partial<Record<DateFormat, (value: string) => string>> = {
  "DD/MM/YYYY": (value) => value,
  "DD-MM-YYYY": (value) => value.replaceAll("-", "/"),
  "DD.MM.YYYY": (value) => value.replaceAll(".", "/"),
};

export function dateEvidenceOf(values: readonly string[]): DateEvidence {
  const filled = values.map(plainText).filter((value) => value !== "");
  if (filled.length === 0) return { kind: "none" };
  for (const format of dateFormats) {
    const other = monthFirst[format];
    const evidence = other ? withOrder(filled, format, other) : plain(filled, format);
    if (evidence.kind !== "none") return evidence;
  }
  return { kind: "none" };
}

function plain(values: string[], format: DateFormat): DateEvidence {
  if (format === "MM/DD/YYYY") return { kind: "none" };
  const fitting = values.filter((value) => isPlausible(value, format));
  return fitting.length / values.length >= shareNeeded ? { kind: "proven", format } : { kind: "none" };
}

/** One value with a day over 12 proves the order; values of both orders, or none, leave it to a person. */
function withOrder(values: string[], format: DateFormat, asMonthFirst: (value: string) => string): DateEvidence {
  let either = 0;
  let dayFirstOnly = 0;
  let monthFirstOnly = 0;
  for (const value of values) {
    const dayFirst = readDate(value, format).kind === "date";
    const month = readDate(asMonthFirst(value), "MM/DD/YYYY").kind === "date";
    if (dayFirst && month) either += 1;
    else if (dayFirst) dayFirstOnly += 1;
    else if (month) monthFirstOnly += 1;
  }
  if ((either + dayFirstOnly + monthFirstOnly) / values.length < shareNeeded) return { kind: "none" };
  if (dayFirstOnly > 0 && monthFirstOnly === 0) return { kind: "proven", format };
  if (monthFirstOnly > 0 && dayFirstOnly === 0 && format === "DD/MM/YYYY")
    return { kind: "proven", format: "MM/DD/YYYY" };
  return { kind: "ambiguous" };
}

/** Eight digits are a date only in years that people live in; a client number of eight digits is not. */
function isPlausible(value: string, format: DateFormat): boolean {
  const reading = readDate(value, format);
  return reading.kind === "date" && (format !== "YYYYMMDD" || (reading.iso >= "1850" && reading.iso < "2100"));
}
