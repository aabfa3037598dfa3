import { type DateFormat, dateFormats } from "./mapping.ts";
import { monthOf } from "./month-names.ts";

/** A day in the calendar, `YYYY-MM-DD`. Text from end to end: no Date object, so no time zone can move it. */
export type DateReading = { kind: "date"; iso: string } | { kind: "other_format" } | { kind: "impossible" };

const digits = { y: "(?<y>\\d{4})", yy: "(?<y>\\d{2})", m: "(?<m>\\d{1,2})", d: "(?<d>\\d{1,2})" };
const word = "(?<w>\\p{L}{3,12})\\.?";

const patterns: Record<Exclude<DateFormat, "SERIAL">, RegExp> = {
  "YYYY-MM-DD": whole(`${digits.y}-${digits.m}-${digits.d}`),
  "YYYY/MM/DD": whole(`${digits.y}/${digits.m}/${digits.d}`),
  "DD/MM/YYYY": whole(`${digits.d}/${digits.m}/${digits.y}`),
  "MM/DD/YYYY": whole(`${digits.m}/${digits.d}/${digits.y}`),
  "DD.MM.YYYY": whole(`${digits.d}\\.\\s?${digits.m}\\.\\s?${digits.y}`),
  "DD-MM-YYYY": whole(`${digits.d}-${digits.m}-${digits.y}`),
  "MM-DD-YYYY": whole(`${digits.m}-${digits.d}-${digits.y}`),
  YYYYMMDD: whole("(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})"),
  "DD MMM YYYY": whole(`${digits.d}\\.? (?:de )?${word} (?:de )?${digits.y}`),
  "DD-MMM-YYYY": whole(`${digits.d}-${word}-${digits.y}`),
  "MMM DD, YYYY": whole(`${word} ${digits.d},? ${digits.y}`),
  "DD/MM/YY": whole(`${digits.d}/${digits.m}/${digits.yy}`),
  "MM/DD/YY": whole(`${digits.m}/${digits.d}/${digits.yy}`),
  "DD.MM.YY": whole(`${digits.d}\\.\\s?${digits.m}\\.\\s?${digits.yy}`),
  "DD-MM-YY": whole(`${digits.d}-${digits.m}-${digits.yy}`),
  "DD-MMM-YY": whole(`${digits.d}-${word}-${digits.yy}`),
};

/** A time of midnight is how databases write a day; any other time is not a calendar date. */
function whole(pattern: string): RegExp {
  return new RegExp(`^${pattern}(?:[ T]0?0:00(?::00(?:\\.0+)?)?(?:Z| ?[AP]M)?)?$`, "u");
}

/**
 * Reads text in exactly one format, never guessing another. Month names may be in six languages.
 * @param latestYear ends the hundred years that a year of two digits can mean; without it such a year is not read
 */
export function readDate(text: string, format: DateFormat, latestYear?: number): DateReading {
  if (format === "SERIAL") return dayOfSerial(text);
  const groups = patterns[format].exec(text)?.groups;
  if (!groups) return { kind: "other_format" };
  const year = wholeYear(groups.y ?? "", latestYear);
  const day = Number(groups.d);
  const month = groups.w === undefined ? Number(groups.m) : monthOf(groups.w);
  // Month 13 says the order is another one, not that the day is missing from the calendar.
  if (year === undefined || month === undefined || month > 12) return { kind: "other_format" };
  if (year < 1 || month < 1 || day < 1 || day > daysIn(year, month)) return { kind: "impossible" };
  return { kind: "date", iso: `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}` };
}

/** Days from 1927 to 2099, five digits: any other number is rather a number than a day. */
const serialDays = { first: 10_000, last: 73_050 };

/** A day as workbooks count it since 1900, whose 29 February they believe in; behind it, day 60, they are right again. */
function dayOfSerial(text: string): DateReading {
  if (!/^\d{5}(?:\.0+)?$/.test(text)) return { kind: "other_format" };
  const days = Number(text);
  if (days < serialDays.first || days > serialDays.last) return { kind: "other_format" };
  return { kind: "date", iso: isoOfDay(days - 25_569) };
}

/** The calendar day so many days after 1 January 1970, by counting alone (Howard Hinnant's civil_from_days). */
function isoOfDay(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${two(month)}-${two(day)}`;
}

/** Two formats that can read the same text as different days: they cannot serve one column together. */
export function areRivals(a: DateFormat, b: DateFormat): boolean {
  return a !== b && dateFormats.includes(a) && numeric(a) === numeric(b) && numeric(a).includes("#");
}

/** `DD/MM/YYYY` and `MM/DD/YYYY` are both `#/#/YYYY`. */
const numeric = (format: DateFormat): string =>
  format.includes("MMM") ? format : format.replace(/^(DD|MM)([./-])(DD|MM)/, "#$2#");

/** Full years between a birth date and today, both `YYYY-MM-DD`. */
export function ageOn(born: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}

function wholeYear(written: string, latestYear: number | undefined): number | undefined {
  if (written.length === 4) return Number(written);
  if (latestYear === undefined) return undefined;
  const year = latestYear - (latestYear % 100) + Number(written);
  return year > latestYear ? year - 100 : year;
}

const two = (n: number): string => String(n).padStart(2, "0");

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
