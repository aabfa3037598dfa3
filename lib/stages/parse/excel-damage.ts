import type { SourceReading } from "../../domain/source-form.ts";

const reexport = "Export the column again as text, or format it as Text in the spreadsheet before the values go in.";
/** Every row at first, then one in ten: enough to find a damaged column. */
const everyRowUntil = 20_000;
const examplesMax = 3;
const codeName =
  /(?:^|[^a-z])(?:id|zip|post|plz|cap|code|no|nr|num|number|konto|account|phone|tel|mobile|ref|reference)(?:$|[^a-z])|number|postcode|zip/i;

type Group = { count: number; examples: { lineNumber: number; value: string }[] };

type Column = {
  powers: Group;
  rounded: Group;
  longDigits: number;
  /** Days and months without a year, as a spreadsheet shows what it took for a date: `Sep-01`, `01-Feb`. */
  dates: Group;
  /** Two letters where there was one: `MÃ¼ller`. */
  mojibake: Group;
  /** A sign in the middle of a word where a letter was: `M?ller`, or the sign for a letter that could not be read. */
  lostLetters: Group;
  byLength: Map<number, Group>;
  leadingZero: number;
  filled: number;
};

/** Watches for what a spreadsheet program does to numbers that are no numbers: powers of ten, digits rounded away, zeros lost in front. */
export function damageWatch() {
  const columns: Column[] = [];
  const note = (group: Group, value: string, lineNumber: number) => {
    group.count++;
    if (group.examples.length < examplesMax) group.examples.push({ lineNumber, value });
  };
  const noteText = (column: Column, value: string, lineNumber: number) => {
    if (twoForOne.test(value)) note(column.mojibake, value, lineNumber);
    if (/\ufffd/.test(value) || (/\p{L}\?\p{Ll}/u.test(value) && !value.includes("=")))
      note(column.lostLetters, value, lineNumber);
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
        if (cell.length <= 200 && hasOddSign(cell)) noteText(column, cell, lineNumber);
        if (cell.length > 30) continue;
        if (cell.length <= 7 && dateOfId.test(cell)) note(column.dates, cell, lineNumber);
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
  dates: { count: 0, examples: [] },
  mojibake: { count: 0, examples: [] },
  lostLetters: { count: 0, examples: [] },
  byLength: new Map(),
  leadingZero: 0,
  filled: 0,
});

const dateOfId =
  /^(?:\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|okt|dez|mär|gen|mag|giu|lug|ago|set|ott|dic)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|okt|dez|mär)-\d{2})$/i;
/** UTF-8 read as Windows-1252: the first byte of a letter is an Ã, Â, Ä or Å, the second one a sign or a letter of its upper half. */
const twoForOne =
  /Ã[\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|Â[\u00a0-\u00bf]|[ÄÅ][\u0080-\u009f\u201a-\u2039\u0152-\u0178\u20ac\u2122]|â€/;

/** Cheap: most cells have none of them. */
function hasOddSign(cell: string): boolean {
  for (let at = 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at);
    if (code === 0x3f || code === 0xfffd || (code >= 0xc2 && code <= 0xc5) || code === 0xe2) return true;
  }
  return false;
}

function damageOf(column: Column, name: string): SourceReading["damage"] {
  const found: SourceReading["damage"] = [];
  const add = (group: Group, what: string, remedy = reexport) =>
    found.push({ column: name, count: group.count, sentence: `${what} ${remedy}`, examples: group.examples });
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
  if (column.dates.count > 0 && column.dates.count < column.filled)
    add(
      column.dates,
      `Some values in “${name}” are days or months without a year among values that are none: a spreadsheet probably took codes such as 1/2 or SEPT1 for dates.`,
    );
  if (column.mojibake.count > 0)
    add(
      column.mojibake,
      `Letters with accents in “${name}” stand as two signs each: the text was read in the wrong encoding before it came here.`,
      "Export it again as UTF-8 and open it as UTF-8 in between, or upload the first export.",
    );
  if (column.lostLetters.count >= lostLettersMin(column))
    add(
      column.lostLetters,
      `Letters in “${name}” were lost and stand as a question mark: the text was saved in an encoding that does not have them.`,
      "They cannot be brought back from this file. Export it again from the source system as UTF-8.",
    );
  const lost = lostZeros(column);
  if (lost && codeName.test(name))
    add(
      lost,
      `Most values in “${name}” have ${lost.usual} digits, some have fewer and none begins with 0: leading zeros were probably lost.`,
    );
  return found;
}

/** A single “Who?me” is no damage; the sign for an unreadable letter always is. */
const lostLettersMin = ({ lostLetters }: Column): number =>
  lostLetters.examples.some(({ value }) => value.includes("\ufffd")) ? 1 : 2;

function lostZeros(column: Column): (Group & { usual: number }) | undefined {
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
