import type { SourceReading } from "../../domain/source-form.ts";

type Unusual = SourceReading["unusual"][number];
const keptMax = 10;
const sumWord =
  /^\s*(?:grand\s+)?(?:total|totals|sum|subtotal|summe|gesamt|gesamtsumme|totale|somme|suma|razem|page\s+\d+|seite\s+\d+|pagina\s+\d+|end of (?:file|report)|ende)\b/i;

/** Gathers the rows least like the others: far fewer cells filled than usual, or a word that totals and page footers begin with. */
export function unusualRows() {
  let seen = 0;
  let filledAll = 0;
  const kept: (Unusual & { share: number })[] = [];
  return {
    see(cells: readonly string[], rowNumber: number, lineNumber: number, expected: number): void {
      let filled = 0;
      let first = "";
      for (const cell of cells) {
        if (cell === "") continue;
        if (filled === 0) first = cell;
        filled++;
      }
      seen++;
      filledAll += filled;
      const usual = filledAll / seen;
      const isSum = sumWord.test(first.slice(0, 40));
      const isSparse = expected >= 3 && filled <= usual / 3;
      if (!isSum && !isSparse) return;
      const share = isSum ? 0 : filled / usual;
      if (kept.length >= keptMax && share >= (kept.at(-1)?.share ?? 0)) return;
      const because = isSum
        ? `It begins with “${first.trim().slice(0, 40)}”, as totals and page footers do.`
        : `It has ${filled === 1 ? "one cell" : `${filled} cells`} with something in ${filled === 1 ? "it" : "them"}; other rows have about ${Math.round(usual)}.`;
      kept.push({ rowNumber, lineNumber, cells: cells.slice(0, 20), because, share });
      kept.sort((a, b) => a.share - b.share);
      if (kept.length > keptMax) kept.pop();
    },
    found: (): Unusual[] => kept.map(({ share: _, ...row }) => row).sort((a, b) => a.rowNumber - b.rowNumber),
  };
}
