import { readDate } from "../../domain/calendar-date.ts";
import { dateFormats, hasShortYear as isShort } from "../../domain/mapping.ts";
import { monthOf } from "../../domain/month-names.ts";

/** A year of two digits may be of the last century or of this one. */
const centuryEnds = [1999, 2099];
const written = dateFormats.filter((format) => format !== "SERIAL");
const midnight = /[ T]0?0:00(?::00(?:\.0+)?)?(?:Z| ?AM)?$/i;

/** Every calendar day (YYYY-MM-DD) that a text may mean: 03/04/1980 is two, 13/04/80 is one of each century. */
export function daysMeant(text: string): Set<string> {
  const day = text.trim().replace(midnight, "");
  const days = new Set<string>();
  for (const format of written) {
    for (const latest of isShort(format) ? centuryEnds : [undefined]) {
      const reading = readDate(day, format, latest);
      if (reading.kind === "date") days.add(reading.iso);
    }
  }
  for (const format of shortAlso) for (const iso of shortDays(day, format)) days.add(iso);
  for (const serial of serialDays(day)) days.add(serial);
  return days;
}

/** Shapes that spreadsheets write and no export does. */
const shortAlso = [
  /^(?<y>\d{2,4})[/.](?<m>\d{1,2})[/.](?<d>\d{1,2})$/,
  /^(?<w>\p{L}{3,12})\.?[- ](?<d>\d{1,2})[-, ]+(?<y>\d{2}|\d{4})$/u,
  /^(?<d>\d{1,2})\.?[ -](?<w>\p{L}{3,12})\.?[ -](?<y>\d{2})$/u,
];

function* shortDays(text: string, shape: RegExp): Generator<string> {
  const { y, m, d, w } = shape.exec(text)?.groups ?? {};
  if (y === undefined || d === undefined) return;
  const month = w === undefined ? Number(m) : monthOf(w);
  if (month === undefined) return;
  for (const year of y.length === 2 ? [1900 + Number(y), 2000 + Number(y)] : [Number(y)]) {
    const iso = `${year}-${String(month).padStart(2, "0")}-${d.padStart(2, "0")}`;
    if (readDate(iso, "YYYY-MM-DD").kind === "date") yield iso;
  }
}

/** The number of a day, of a workbook that counts from 1900 or from 1904. */
function serialDays(text: string): string[] {
  if (!/^\d{4,5}$/.test(text)) return [];
  const days = Number(text);
  if (days < 61) return [];
  return [days - 25_569, days - 25_569 + 1_462].map((since1970) =>
    new Date(since1970 * 86_400_000).toISOString().slice(0, 10),
  );
}

/** Written as a day, not merely a number that could be one. */
export const looksLikeDay = (text: string): boolean => !/^\s*\d{1,7}\s*$/.test(text) && daysMeant(text).size > 0;

/** How a day is written, without its digits: “#/#/####”. */
export const shapeOf = (text: string): string =>
  text
    .trim()
    .replace(/\d{3,}/g, "####")
    .replace(/\b\d{1,2}\b/g, "#")
    .replace(/\p{L}{3,}/gu, "w");

export const hasShortYear = (text: string): boolean => {
  const day = text.trim().replace(midnight, "");
  return !/\d{4}/.test(day) && looksLikeDay(day);
};

const dayMonth = /^(?:\d{1,2}[-. ]\p{L}{3,9}\.?|\p{L}{3,9}\.?[-. ]\d{1,2})$/u;
/** 02-Jan, Sep-01: what spreadsheets make of 1/2 and SEPT1. */
export const isDayMonth = (text: string): boolean => dayMonth.test(text.trim());

/** A code such as 1/2, 1-2 or SEPT1 that was taken for a date: two of the numbers of the new text are its own. */
export function sameCode(was: string, came: string): boolean {
  const parts = codeParts(was.trim());
  if (!parts || (!isDayMonth(came) && !looksLikeDay(came))) return false;
  const left = numbersOf(came);
  return parts.every((part) => {
    const at = left.findIndex((number) => number === part || (part > 12 && number === part % 100));
    if (at === -1) return false;
    left.splice(at, 1);
    return true;
  });
}

function codeParts(text: string): number[] | undefined {
  const [, first, second] = /^(\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  if (first !== undefined && second !== undefined) return [Number(first), Number(second)];
  const [, word = "", number] = /^(\p{L}{3,9})[- ]?(\d{1,4})$/u.exec(text) ?? [];
  const month = monthOf(word);
  return month === undefined || number === undefined ? undefined : [month, Number(number)];
}

/** The numbers of a text in order; the name of a month is its number. */
const numbersOf = (text: string): number[] =>
  (text.match(/\d+|\p{L}{3,}/gu) ?? []).flatMap((part) => (/\d/.test(part) ? Number(part) : (monthOf(part) ?? [])));
