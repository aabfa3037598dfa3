import { dateGroupsOf } from "../../domain/date-groups.ts";
import type { ColumnEvidence } from "./match.ts";

/** A column as the counting of a file gives it, each value in one row. */
export const evidenceOf = (index: number, name: string, values: readonly string[]): ColumnEvidence => ({
  index,
  name,
  values,
  dates: dateGroupsOf(values.map((value, at) => ({ value, count: 1, row: at + 1 }))),
});
