import { defaultRangeExtractor, type Range } from "@tanstack/react-virtual";

/** The rows in sight and around, and one more that must not go. */
export function rowsToRender(range: Range, kept: number): number[] {
  const rows = defaultRangeExtractor(range);
  if (kept >= range.count || rows.includes(kept)) return rows;
  return [...rows, kept].sort((one, other) => one - other);
}
