import { listInWords } from "./list-words.ts";
import { type Condition, dateFormatWords, type Transform, type TransformOf } from "./mapping.ts";

/** The words of a column by its place. */
export type ColumnWords = (column: number) => string;

const quoted = (text: string): string => `“${text}”`;

export const otherwiseWords: Record<TransformOf<"values">["otherwise"], string> = {
  keep: "other values stay",
  nothing: "other values become nothing",
  issue: "other values are issues",
};

const conditionWords: Record<Condition["test"], (condition: Condition, column: string) => string> = {
  is: ({ values }, column) => `${column} is ${listInWords(values.map(quoted), "or") || "one of no values"}`,
  is_not: ({ values }, column) => `${column} is not ${listInWords(values.map(quoted), "or") || "one of no values"}`,
  filled: (_, column) => `${column} is filled`,
  blank: (_, column) => `${column} is blank`,
};

const words: { [K in Transform["kind"]]: (step: TransformOf<K>, column: ColumnWords) => string } = {
  trim: () => "tidy spaces",
  upper_case: () => "upper case",
  lower_case: () => "lower case",
  title_case: () => "capital at each word",
  replace: ({ find, by }) => `replace ${quoted(find)} by ${by === "" ? "nothing" : quoted(by)}`,
  split: ({ separator, part }) => `take part ${part} between ${quoted(separator)}`,
  date: ({ format, also = [], latestYear }) =>
    `dates as ${listInWords([format, ...also].map(dateFormatWords), "or")}${latestYear === undefined ? "" : `, two digits mean a year up to ${latestYear}`}`,
  country: () => "country to code",
  phone: () => "phone to international",
  split_names: () => "split at spaces",
  name_part: ({ part, order }) =>
    `${part} name of a full name, ${order === "given_first" ? "given names first" : "family name first"}`,
  values: ({ pairs, otherwise }) =>
    `value map of ${pairs.length === 1 ? "1 value" : `${pairs.length} values`}, ${otherwiseWords[otherwise]}`,
  default: ({ value }) => `${quoted(value)} when empty`,
  when: ({ condition }, column) => `only where ${conditionWords[condition.test](condition, column(condition.column))}`,
};

/** One cleaning step with all its settings, save the lines of a value map. */
export function stepInWords<K extends Transform["kind"]>(step: TransformOf<K>, column: ColumnWords): string {
  return words[step.kind as K](step, column);
}
