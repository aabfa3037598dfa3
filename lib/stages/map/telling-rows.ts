/** A few rows that show most: first one for every way in which these columns are filled, then more of the usual ones. */
export function tellingRows<Row extends { cells: readonly string[] }>(
  rows: readonly Row[],
  columns: readonly number[],
  max: number,
): Row[] {
  const byPattern = Map.groupBy(rows, ({ cells }) =>
    columns.map((column) => ((cells[column] ?? "").trim() === "" ? "." : "x")).join(""),
  );
  const empty = ".".repeat(columns.length);
  const patterns = [...byPattern].filter(([pattern]) => pattern !== empty).map(([, found]) => found);
  const told: Row[] = [];
  for (let round = 0; told.length < max && patterns.some((found) => found.length > round); round += 1)
    for (const found of patterns) {
      const row = found[round];
      if (row && told.length < max) told.push(row);
    }
  return told.sort((a, b) => rows.indexOf(a) - rows.indexOf(b));
}
