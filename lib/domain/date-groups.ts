import { z } from "zod";
import { readDate } from "./calendar-date.ts";
import { type DateFormat, dateFormats, hasShortYear } from "./mapping.ts";
import { plainText } from "./plain-text.ts";
import type { ValueCount } from "./value-count.ts";

/** What the order of day and month can be in a value: proven, open, or no question at all (a year in front, a month in words). */
export const dateOrders = ["day_first", "month_first", "either", "stated"] as const;
export type DateOrder = (typeof dateOrders)[number];

/**
 * Values of a column that can be read as dates in the same ways. `formats`: every format that reads them; none for values that are no
 * dates, `order` null, and for a month in front where no format has it there. `count` is of rows, `examples` are the first ones.
 */
export const dateGroupSchema = z.object({
  formats: z.array(z.enum(dateFormats)),
  order: z.enum(dateOrders).nullable(),
  count: z.number(),
  examples: z.array(z.object({ value: z.string(), row: z.number() })),
});
export type DateGroup = z.infer<typeof dateGroupSchema>;

const examplesMax = 3;
const exampleCharactersMax = 60;
/** Only whether two digits can be a year is asked here, so any hundred years will do. */
const anyCentury = 2068;

/** The values of a column by the ways their dates can be read; nothing when not one of them is a date. */
export function dateGroupsOf(values: readonly ValueCount[]): DateGroup[] {
  const groups = new Map<string, DateGroup>();
  for (const { value, count, row } of values) {
    const reading = dateReadingsOf(value);
    const key = `${reading.order} ${reading.formats.join(" ")}`;
    const group = groups.get(key) ?? { ...reading, count: 0, examples: [] };
    groups.set(key, group);
    group.count += count;
    group.examples.push({ value: value.slice(0, exampleCharactersMax), row });
    if (group.examples.length > examplesMax) {
      group.examples.sort(tellingFirst);
      group.examples.pop();
    }
  }
  const all = [...groups.values()];
  if (all.every(({ order }) => order === null)) return [];
  for (const { examples } of all) examples.sort(tellingFirst);
  return all.sort((a, b) => b.count - a.count);
}

type Example = DateGroup["examples"][number];

/** Read both ways, 05/05 is one day and shows nothing; elsewhere the first rows are as good as any. */
const tellingFirst = (a: Example, b: Example): number => Number(isOneDay(a)) - Number(isOneDay(b)) || a.row - b.row;

function isOneDay({ value }: Example): boolean {
  const [, first, , second] = numeric.exec(plainText(value)) ?? [];
  return first !== undefined && Number(first) === Number(second);
}

/** Can this text be a date, in which formats, and does it say the order of day and month? */
export function dateReadingsOf(text: string): Pick<DateGroup, "formats" | "order"> {
  const value = plainText(text);
  const formats = candidatesFor(value).filter((format) => isDate(value, format));
  const order = orderOf(value, formats);
  return { formats, order };
}

const numeric = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{2}|\d{4})(?=$|[ T])/;
const shortest = 5;
const longest = 40;

/** A look at the shape spares most cells the patterns of every format. */
function candidatesFor(value: string): readonly DateFormat[] {
  if (value.length < shortest || value.length > longest || !/\d/.test(value)) return [];
  return dateFormats;
}

/** Eight digits are a date only in years that people live in; a client number of eight digits is not. */
function isDate(value: string, format: DateFormat): boolean {
  const reading = readDate(value, format, hasShortYear(format) ? anyCentury : undefined);
  return reading.kind === "date" && (format !== "YYYYMMDD" || (reading.iso >= "1850" && reading.iso < "2100"));
}

function orderOf(value: string, formats: readonly DateFormat[]): DateOrder | null {
  const parts = numeric.exec(value);
  if (!parts) return formats.length > 0 ? "stated" : null;
  const [, first = "", , second = "", year = ""] = parts;
  // Slashes have both orders among the formats, so that one question answers for every separator.
  const written = `${first}/${second}/${year}${value.slice(parts[0].length)}`;
  const dayFirst = isDate(written, year.length === 4 ? "DD/MM/YYYY" : "DD/MM/YY");
  const monthFirst = isDate(written, year.length === 4 ? "MM/DD/YYYY" : "MM/DD/YY");
  if (dayFirst && monthFirst) return "either";
  if (dayFirst) return "day_first";
  return monthFirst ? "month_first" : null;
}
