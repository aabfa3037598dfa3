const linesSeen = 200;
const gutterMin = 2;

/**
 * Whether cells are told apart by their place in the line: lines of one length, or with blanks at the same places in every one of them.
 * Asked only where no sign divides the lines.
 */
export function isFixedWidth(sample: string): boolean {
  const lines = sample
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(0, linesSeen);
  // The last may be cut.
  if (lines.length > 3) lines.pop();
  if (lines.length < 3) return false;
  const shortest = Math.min(...lines.map((line) => line.trimEnd().length));
  const longest = Math.max(...lines.map((line) => line.length));
  if (longest < 20 || shortest < 8) return false;
  let gutters = 0;
  for (let at = 1, run = 0; at < shortest; at++) {
    const isGap = lines.every((line) => line[at] === " ");
    if (!isGap && run >= gutterMin) gutters++;
    run = isGap ? run + 1 : 0;
  }
  return (
    gutters >= 1 || (lines.every((line) => line.length === longest) && lines.every((line) => /\S {2,}\S/.test(line)))
  );
}
