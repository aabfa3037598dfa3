import { type CellCleaner, cellCleaner, issueOfCell, type RowSight, textOfCell } from "../../domain/clean-cell.ts";
import type { Field } from "../../domain/field-shape.ts";
import type { FoundIssue } from "../../domain/issue.ts";
import type { Transform } from "../../domain/mapping.ts";
import type { ValueCount } from "../../domain/value-count.ts";
import { valueKey } from "../../domain/value-key.ts";

/** A value of a column as its value map meets it, in all its spellings together, and what the mapping makes of it. */
export type ValueLine = ValueCount & {
  /** Has the map a line for it? */
  isMapped: boolean;
  becomes: string | null;
  issue: Pick<FoundIssue, "code" | "facts"> | null;
};

/**
 * The values of a column as they reach the step at `at`, unmapped ones first, then most frequent first. What depends on other cells of a
 * row is left out: a condition is taken to hold.
 */
export function valueLinesOf(
  values: readonly ValueCount[],
  field: Field,
  transforms: readonly Transform[],
  at: number,
): ValueLine[] {
  const before = plainCleaner({ ...field, kind: "text" }, transforms.slice(0, at));
  const whole = plainCleaner(field, transforms);
  const map = transforms[at];
  const known = new Set(map?.kind === "values" ? map.pairs.map(({ from }) => valueKey(from)) : []);
  const lineByKey = new Map<string, ValueLine>();
  for (const { value, count, row } of values) {
    const text = textOfCell(before(value, nowhere));
    const key = valueKey(text);
    if (key === "") continue;
    const line = lineByKey.get(key);
    if (line) {
      line.count += count;
      line.row = Math.min(line.row, row);
      continue;
    }
    const cell = whole(value, nowhere);
    const becomes = textOfCell(cell) || null;
    lineByKey.set(key, {
      value: text,
      count,
      row,
      isMapped: known.has(key),
      becomes,
      issue: issueOfCell(cell) ?? null,
    });
  }
  return [...lineByKey.values()].sort(
    (a, b) =>
      Number(a.isMapped) - Number(b.isMapped) ||
      Number(b.issue !== null) - Number(a.issue !== null) ||
      b.count - a.count ||
      a.row - b.row,
  );
}

export const valueViews = ["all", "unmapped", "unread"] as const;
export type ValueView = (typeof valueViews)[number];

export const isIn: Record<ValueView, (line: ValueLine) => boolean> = {
  all: () => true,
  unmapped: (line) => !line.isMapped,
  unread: (line) => line.issue !== null,
};

/** The cells of other columns are not known here. */
const nowhere: RowSight = { cells: [], country: undefined, warn: () => {} };

function plainCleaner(field: Field, transforms: readonly Transform[]): CellCleaner {
  return cellCleaner(
    field,
    transforms.filter(({ kind }) => kind !== "when"),
  );
}
