import type { SourceReading } from "../../domain/source-form.ts";

const reexport = "Export the column again as text, or format it as Text in the spreadsheet before the values go in.";
/** Every row at first, then one in ten: enough to find a damaged column. */
const everyRowUntil = 20_000;
const examplesMax = 3;
const codeName =
  /(?:^|[^a-z])(?:id|zip|post|plz|cap|code|no|nr|num|number|konto|account|phone|tel|mobile|ref|reference)(?:$|[^a-z])|number|postcode|zip/i;

type Column = {
  powers: { count: number; examples: { lineNumber: number; value: string }[] };
  rounded: { count: number; examples: { lineNumber: number; value: string }[] };
  longDigits: number;
  byLength: Map<number, { count: number; examples: { lineNumber: number; value: string }[] }>;
  leadingZero: number;
  filled: number;
};

/** Watches for what a spreadsheet program does to numbers that are no numbers: powers of ten, digits rounded away, zeros lost in front. */
export function damageWatch() {
  const columns: Column[] = [];
  const note = (group: Column["powers"], value: string, lineNumber: number) => {
    group.count++;
    if (group.examples.length < examplesMax) group.examples.push({ lineNumber, value });
  };
  return {
    see(cells: readonly string[], lineNumber: number, rowNumber: number): void {
      if (rowNumber > everyRowUntil && rowNumber % 10 !== 0) return;
      for (let at = 0; at < cells.length; at++) {
        const cell = cells[at] ?? "";
        if (cell === "") continue;
        columns[at] ??= fresh();
        const column = columns[at] ?? fresh();
        column.filled++;
        if (cell.length > 30) continue;
        if (/^\d[.,]\d+E\+\d{2,3}$/i.test(cell)) note(column.powers, cell, lineNumber);
        if (!/^\d+$/.test(cell)) continue;
        if (cell.startsWith("0") && cell.length > 1) column.leadingZero++;
        if (cell.length > 15) {
          column.longDigits++;
          if (/^\d{15}0+$/.test(cell)) note(column.rounded, cell, lineNumber);
        }
        const group = column.byLength.get(cell.length) ?? { count: 0, examples: [] };
        note(group, cell, lineNumber);
        column.byLength.set(cell.length, group);
      }
    },
    found(names: readonly string[]): SourceReading["damage"] {
      return columns.flatMap((column, index) =>
        column ? damageOf(column, names[index] ?? `Column ${index + 1}`) : [],
      );
    },
  };
}

const fresh = (): Column => ({
  powers: { count: 0, examples: [] },
  rounded: { count: 0, examples: [] },
  longDigits: 0,
  byLength: new Map(),
  leadingZero: 0,
  filled: 0,
});

function damageOf(column: Column, name: string): SourceReading["damage"] {
  const found: SourceReading["damage"] = [];
  const add = (group: Column["powers"], what: string) =>
    found.push({ column: name, count: group.count, sentence: `${what} ${reexport}`, examples: group.examples });
  if (column.powers.count > 0)
    add(
      column.powers,
      `A spreadsheet turned long numbers in “${name}” into powers of ten; their last digits are gone.`,
    );
  if (column.rounded.count > 0 && column.rounded.count === column.longDigits)
    add(
      column.rounded,
      `Every number of more than 15 digits in “${name}” ends in zeros, as when a spreadsheet rounds it.`,
    );
  const lost = lostZeros(column);
  if (lost && codeName.test(name))
    add(
      lost,
      `Most values in “${name}” have ${lost.usual} digits, some have fewer and none begins with 0: leading zeros were probably lost.`,
    );
  return found;
}

function lostZeros(column: Column): (Column["powers"] & { usual: number }) | undefined {
  if (column.leadingZero > 0) return undefined;
  const lengths = [...column.byLength].sort(([, a], [, b]) => b.count - a.count);
  const digits = lengths.reduce((sum, [, { count }]) => sum + count, 0);
  const [usual] = lengths;
  if (!usual || digits < column.filled * 0.95 || usual[0] < 5 || digits < 10 || usual[1].count < digits * 0.7)
    return undefined;
  if (lengths.some(([length]) => length > usual[0] || length < usual[0] - 2)) return undefined;
  const shorter = lengths.filter(([length]) => length < usual[0]);
  const count = shorter.reduce((sum, [, group]) => sum + group.count, 0);
  return count === 0
    ? undefined
    : { count, examples: shorter.flatMap(([, { examples }]) => examples).slice(0, examplesMax), usual: usual[0] };
}
