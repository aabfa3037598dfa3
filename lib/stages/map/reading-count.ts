import type { DateGroup } from "../../domain/date-groups.ts";
import type { Field } from "../../domain/field-shape.ts";
import type { FoundIssue } from "../../domain/issue.ts";
import type { Transform } from "../../domain/mapping.ts";
import type { ValueCount } from "../../domain/value-count.ts";
import { countOf } from "./date-evidence.ts";
import { valueLinesOf } from "./value-lines.ts";

/** Values that a mapping cannot read, over the whole file: in how many rows, how many different ones, and the most frequent. */
export type UnreadCount = {
  rows: number;
  values: number;
  examples: (ValueCount & { issue: Pick<FoundIssue, "code" | "facts"> | null })[];
};

const examplesMax = 5;

export function unreadOf(values: readonly ValueCount[], field: Field, transforms: readonly Transform[]): UnreadCount {
  const unread = valueLinesOf(values, field, transforms, 0).filter(({ issue }) => issue !== null);
  return {
    rows: countOf(unread),
    values: unread.length,
    examples: unread.slice(0, examplesMax).map(({ value, count, row, issue }) => ({ value, count, row, issue })),
  };
}

/** The same for a column of more different days than are kept by value: its groups know which formats read how many rows. */
export function unreadDatesOf(groups: readonly DateGroup[], transforms: readonly Transform[]): UnreadCount | undefined {
  const isPlain = transforms.every(({ kind }) => kind === "trim" || kind === "date");
  const step = transforms.find((each) => each.kind === "date");
  if (!isPlain || !step || groups.length === 0) return undefined;
  const chosen = [step.format, ...(step.also ?? [])];
  const unread = groups.filter(({ formats }) => !formats.some((format) => chosen.includes(format)));
  return {
    rows: countOf(unread),
    values: countOf(unread),
    examples: unread
      .flatMap(({ examples }) => examples.map((example) => ({ ...example, count: 1, issue: null })))
      .slice(0, examplesMax),
  };
}
