import { areRivals } from "../../domain/calendar-date.ts";
import type { DateGroup } from "../../domain/date-groups.ts";
import type { DateFormat } from "../../domain/mapping.ts";

/**
 * What the values of a column prove about how its dates are written. `either`: every value fits both orders of day and month; `mixed`: some
 * fit one order only and some the other. `also` are formats beside the main one, none of which can read the same text as another day.
 */
export type DateEvidence =
  | { kind: "proven"; format: DateFormat; also: DateFormat[] }
  | { kind: "either" | "mixed" }
  | { kind: "none" };

/** Values with the same separator and length of the year: they are one way of writing, in one of two orders. */
export type DateFamily = {
  dayFirst: DateFormat;
  monthFirst: DateFormat | undefined;
  day: DateGroup[];
  month: DateGroup[];
  both: DateGroup[];
  count: number;
};
/** A way of writing without a question of order. */
export type StatedDates = { format: DateFormat; count: number; groups: DateGroup[] };

/** A few "unknown" or mistyped cells do not hide a column of dates. */
const shareNeeded = 0.9;

export function dateEvidenceOf(groups: readonly DateGroup[]): DateEvidence {
  const total = countOf(groups);
  const dated = countOf(groups.filter(({ order }) => order !== null));
  if (total === 0 || dated / total < shareNeeded) return { kind: "none" };
  const settled: { format: DateFormat; count: number }[] = statedDatesOf(groups);
  const open: { kind: "either" | "mixed"; count: number }[] = [];
  for (const family of dateFamiliesOf(groups)) {
    const verdict = verdictOf(family);
    if (verdict === "either" || verdict === "mixed") open.push({ kind: verdict, count: family.count });
    else settled.push({ format: verdict, count: family.count });
  }
  settled.sort((a, b) => b.count - a.count);
  const [main, ...others] = settled;
  const [doubt] = open.sort((a, b) => b.count - a.count);
  if (doubt && (!main || doubt.count >= main.count)) return { kind: doubt.kind };
  if (!main) return { kind: "none" };
  return { kind: "proven", format: main.format, also: companionsOf(main.format, others) };
}

/** Others that go together with the format and each other. A bare number beside real dates is rather no date. */
function companionsOf(format: DateFormat, others: readonly { format: DateFormat }[]): DateFormat[] {
  const chosen: DateFormat[] = [];
  for (const other of others) {
    if (other.format === "SERIAL") continue;
    if ([format, ...chosen].some((one) => areRivals(one, other.format) || disagree(one, other.format))) continue;
    if (chosen.length < companionsMax) chosen.push(other.format);
  }
  return chosen;
}
const companionsMax = 8;

/**
 * 10/27/76 proves the month in front, 20/8/1991 the day: then 3/1/1970 is a question, not a second way of writing. Full stops and hyphens are
 * not written by the hand that writes slashes, and say nothing about it.
 */
function disagree(a: DateFormat, b: DateFormat): boolean {
  const [one, other] = [orderIn(a), orderIn(b)];
  return one !== undefined && other !== undefined && one.sign === other.sign && one.first !== other.first;
}

function orderIn(format: DateFormat): { first: string; sign: string } | undefined {
  const [, first, sign] = /^(DD|MM)([./-])(?:DD|MM)\2/.exec(format) ?? [];
  return first !== undefined && sign !== undefined ? { first, sign } : undefined;
}

function verdictOf({ day, month, dayFirst, monthFirst }: DateFamily): DateFormat | "either" | "mixed" {
  if (day.length > 0 && month.length > 0) return "mixed";
  if (day.length > 0) return dayFirst;
  return month.length > 0 && monthFirst ? monthFirst : "either";
}

/** The ways of writing whose order of day and month is a question, most rows first. */
export function dateFamiliesOf(groups: readonly DateGroup[]): DateFamily[] {
  const families = new Map<string, DateFamily>();
  for (const group of groups) {
    if (group.order === null || group.order === "stated") continue;
    const way = /^\s*\d+([-/.])\s?\d+\1\s?(\d{4}|\d{2})/.exec(group.examples[0]?.value ?? "");
    const formats = formatsByWay[`${way?.[1]}${way?.[2]?.length}`];
    if (!formats) continue;
    const [dayFirst, monthFirst] = formats;
    const family = families.get(dayFirst) ?? { dayFirst, monthFirst, day: [], month: [], both: [], count: 0 };
    families.set(dayFirst, family);
    family.count += group.count;
    if (group.order === "either") family.both.push(group);
    else family[group.order === "day_first" ? "day" : "month"].push(group);
  }
  return [...families.values()].sort((a, b) => b.count - a.count);
}

const formatsByWay: Record<string, readonly [DateFormat, DateFormat?]> = {
  "/4": ["DD/MM/YYYY", "MM/DD/YYYY"],
  "-4": ["DD-MM-YYYY", "MM-DD-YYYY"],
  ".4": ["DD.MM.YYYY"],
  "/2": ["DD/MM/YY", "MM/DD/YY"],
  "-2": ["DD-MM-YY"],
  ".2": ["DD.MM.YY"],
};

export function statedDatesOf(groups: readonly DateGroup[]): StatedDates[] {
  const byFormat = new Map<DateFormat, StatedDates>();
  for (const group of groups) {
    const [format] = group.formats;
    if (group.order !== "stated" || !format) continue;
    const stated = byFormat.get(format) ?? { format, count: 0, groups: [] };
    byFormat.set(format, { format, count: stated.count + group.count, groups: [...stated.groups, group] });
  }
  return [...byFormat.values()].sort((a, b) => b.count - a.count);
}

export const countOf = (groups: readonly { count: number }[]): number =>
  groups.reduce((sum, { count }) => sum + count, 0);
