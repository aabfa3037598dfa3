import { readDate } from "../../domain/calendar-date.ts";
import type { DateGroup } from "../../domain/date-groups.ts";
import { type DateFormat, dateFormatWords, hasShortYear } from "../../domain/mapping.ts";
import { countOf, type DateFamily, dateFamiliesOf, statedDatesOf } from "./date-evidence.ts";

/** How sure the order of day and month is, told with numbers over the whole file and rows to look at. */
export type DateProof = {
  verdict: "proven" | "either" | "mixed" | "no_question";
  lines: string[];
  /** The same cells read in both orders; only where a person must choose. */
  bothWays: { value: string; row: number; dayFirst: string; monthFirst: string }[];
};

/** What the values of a column prove, in sentences; undefined when none of them is a date. */
export function dateProofOf(groups: readonly DateGroup[]): DateProof | undefined {
  const families = dateFamiliesOf(groups);
  const stated = statedDatesOf(groups);
  if (families.length === 0 && stated.length === 0) return undefined;
  const total = countOf(groups);
  const strangers = groups.filter(({ order }) => order === null);
  const lines = [
    ...families.flatMap((family) => orderLines(family, total, families.length + stated.length > 1)),
    ...stated.map(({ format, count, groups: [group] }) =>
      families.length === 0 && stated.length === 1 && strangers.length === 0
        ? `All ${plain(count)} values are written as ${dateFormatWords(format)}${example(group)}.`
        : `${are(count)} written as ${dateFormatWords(format)}${example(group)}.`,
    ),
    ...(strangers.length > 0
      ? [
          `${countOf(strangers) === 1 ? "1 is no date" : `${plain(countOf(strangers))} are no dates`}${example(strangers[0])}.`,
        ]
      : []),
  ];
  const verdicts = families.map(verdictOf);
  const doubt = (["mixed", "either"] as const).find((each) => verdicts.includes(each));
  const verdict = doubt ?? verdicts[0] ?? "no_question";
  return { verdict, lines, bothWays: verdict === "either" ? families.flatMap(readBothWays).slice(0, 4) : [] };
}

const verdictOf = ({ day, month }: DateFamily): "proven" | "either" | "mixed" => {
  if (day.length > 0 && month.length > 0) return "mixed";
  return day.length > 0 || month.length > 0 ? "proven" : "either";
};

function orderLines(
  { day, month, both, dayFirst, count }: DateFamily,
  total: number,
  isOneOfSeveral: boolean,
): string[] {
  const within = isOneOfSeveral ? ` like ${dayFirst.replace(/DD|MM/g, "##")}` : "";
  if (day.length === 0 && month.length === 0)
    return [
      count === 1
        ? `The value${within} can be read both ways${example(both[0])}.`
        : `All ${plain(count)} values${within} can be read both ways: nothing in the file says which is right.`,
    ];
  const one = (groups: DateGroup[], words: string) =>
    groups.length === 0
      ? `none can only be ${words}`
      : `${plain(countOf(groups))} of ${plain(total)} values${within} can only be ${words}${example(groups[0])}`;
  const [strong, weak] =
    day.length > 0
      ? [one(day, "day first"), one(month, "month first")]
      : [one(month, "month first"), one(day, "day first")];
  const rest = countOf(both);
  return [`${strong}; ${weak}.`, ...(rest > 0 ? [`${plain(rest)} can be read both ways.`] : [])];
}

function readBothWays({ dayFirst, both }: DateFamily): DateProof["bothWays"] {
  const isShort = hasShortYear(dayFirst);
  return both.flatMap(({ examples }) =>
    examples.flatMap(({ value, row }) => {
      const slashed = value.trim().replace(/[-.]\s?/g, "/");
      const day = readDate(slashed, isShort ? "DD/MM/YY" : "DD/MM/YYYY", isShort ? 2068 : undefined);
      const month = readDate(slashed, isShort ? "MM/DD/YY" : "MM/DD/YYYY", isShort ? 2068 : undefined);
      if (day.kind !== "date" || month.kind !== "date") return [];
      // Which hundred years is another question.
      const words = (iso: string) => (isShort ? dayWords(iso).replace(/ \d\d(\d\d)$/, " ’$1") : dayWords(iso));
      return [{ value, row, dayFirst: words(day.iso), monthFirst: words(month.iso) }];
    }),
  );
}

/** How many rows a format reads, of those that were counted. */
export const fitsOf = (groups: readonly DateGroup[], format: DateFormat): number =>
  countOf(groups.filter(({ formats }) => formats.includes(format)));

/** `3 April 1980` of `1980-04-03`; the month as a word leaves no doubt about the order. */
export function dayWords(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${Number(day)} ${monthNames[Number(month) - 1] ?? "?"} ${year}`;
}

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const plain = (count: number): string => count.toLocaleString("en-GB");
const are = (count: number): string => (count === 1 ? "1 is" : `${plain(count)} are`);
const example = (group: DateGroup | undefined): string => {
  const [first] = group?.examples ?? [];
  return first ? ` (“${first.value}” in row ${plain(first.row)})` : "";
};
