/** Rows with the same keys, as columns a person can read: the first to the left, the others to the right. */
export function printTable(rows: readonly Record<string, string>[]): void {
  const [first = {}] = rows;
  const keys = Object.keys(first);
  const cells = [keys, ...rows.map((row) => Object.values(row))];
  const widths = keys.map((_key, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  for (const line of cells) {
    const padded = line.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(padded.join("  "));
  }
}
