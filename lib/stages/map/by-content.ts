import { alpha3Of } from "../../domain/country.ts";
import type { EntityType } from "../../domain/entity.ts";
import { fieldsByEntityType } from "../../domain/field.ts";
import { e164Of } from "../../domain/phone.ts";
import type { DateEvidence } from "./date-evidence.ts";
import type { ColumnEvidence, Match } from "./match.ts";

/** ISO 17442: eighteen letters and digits, two check digits. */
const leiShape = /^[A-Z0-9]{18}\d{2}$/;
const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export function byContent({ values }: ColumnEvidence, entityType: EntityType, dates: DateEvidence): Match | undefined {
  const filled = values.filter((value) => value.trim() !== "");
  if (filled.length < 2) return undefined;
  const share = (test: (value: string) => boolean) =>
    filled.filter((value) => test(value.trim())).length / filled.length;
  const fieldNamed = (key: string) => fieldsByEntityType[entityType].find((field) => field.key === key);
  const propose = (key: string, reason: string): Match | undefined => {
    const field = fieldNamed(key);
    return field && { field, confidence: "likely", reason };
  };
  if (share((value) => emailShape.test(value)) >= 0.8) return propose("email", "Its values are e-mail addresses.");
  if (share((value) => leiShape.test(value)) >= 0.8) return propose("lei", "Its values are LEIs.");
  if (share((value) => e164Of(value, undefined) !== undefined) >= 0.8)
    return propose("phone", "Its values are international phone numbers.");
  if (entityType === "individual" && areWritten(dates) && areBirthDates(filled))
    return propose("dateOfBirth", "Its values are dates of grown people's births.");
  if (
    share((value) => value.length > 1 && alpha3Of(value) !== undefined) >= 0.9 &&
    filled.some((value) => value.trim().length > 2 || filled.length >= 3)
  )
    return propose("address.country", "Its values are countries.");
  return undefined;
}

/** A column of bare numbers is taken for the days of a spreadsheet only when its header speaks of days. */
const areWritten = (dates: DateEvidence): boolean =>
  dates.kind === "proven" ? dates.format !== "SERIAL" : dates.kind !== "none";

/** Years between 1920 and 2005, mostly different: a column of dates of birth, not of sign-ups. */
function areBirthDates(values: readonly string[]): boolean {
  const years = values.map((value) => Number(/(?:19|20)\d\d/.exec(value)?.[0] ?? 0));
  return (
    years.filter((year) => year >= 1920 && year <= 2005).length / years.length >= 0.9 &&
    new Set(years).size >= Math.min(5, values.length)
  );
}
