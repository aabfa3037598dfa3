import { type ColumnName, columnKeyOf } from "../../domain/column-name.ts";

/** The fewest columns that must have moved to explain the new order of those that both files have. */
export function movedOf(before: readonly ColumnName[], now: readonly ColumnName[]): ColumnName[] {
  const placeBefore = new Map(before.map((name, place) => [columnKeyOf(name), place]));
  const kept = now.flatMap((name) => {
    const place = placeBefore.get(columnKeyOf(name));
    return place === undefined ? [] : [{ name, place }];
  });
  const stayed = longestRising(kept.map(({ place }) => place));
  return kept.filter((_, at) => !stayed.has(at)).map(({ name }) => name);
}

/** The places of a longest rising run within the numbers, not necessarily side by side. */
function longestRising(numbers: readonly number[]): Set<number> {
  // `ends[length - 1]`: where the run of that length with the smallest last number ends.
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  numbers.forEach((number, at) => {
    const found = ends.findIndex((end) => (numbers[end] ?? 0) >= number);
    const length = found === -1 ? ends.length : found;
    previous[at] = length === 0 ? undefined : ends[length - 1];
    ends[length] = at;
  });
  const run = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) run.add(at);
  return run;
}
