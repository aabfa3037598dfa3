import type { DateGroup } from "./date-groups.ts";
import type { ValueCount } from "./value-count.ts";

/**
 * What stands in a column, over every row of its file. `distinct` is exact when `countedRows` is null; else counting ended at that row,
 * because there were more different values than are kept, and samples and dates speak of the rows up to there.
 */
export type ColumnStatistics = {
  index: number;
  filled: number;
  distinct: number;
  longest: number;
  countedRows: number | null;
  /** Different values, most frequent first, then in the order of the file. */
  samples: string[];
  dates: DateGroup[];
};

/** With every different value, most frequent first; null when there are more than `valuesKeptMax`. */
export type FullColumnStatistics = ColumnStatistics & { values: ValueCount[] | null };

/** So many different values of a column are counted. Days get more room: a hundred years of birthdays have 36,525. */
export const valuesKeptMax = 10_000;
export const daysKeptMax = 100_000;
export const samplesMax = 200;
