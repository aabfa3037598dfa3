import { daysKeptMax, type FullColumnStatistics, samplesMax, valuesKeptMax } from "./column-statistics.ts";
import { dateGroupsOf, dateReadingsOf } from "./date-groups.ts";
import { isBlank } from "./plain-text.ts";
import type { ValueCount } from "./value-count.ts";

/** Over all columns together, so that a file of thousands of columns stays in bounds too. */
const valuesInAllMax = 400_000;
const charactersInAllMax = 24_000_000;
/** A text that long is a note; nobody maps notes value by value. */
const valueCharactersMax = 500;
const looksMax = 100;

type Column = {
  filled: number;
  longest: number;
  /** Undefined once it was closed: from then on a cell costs a comparison. */
  values: Map<string, ValueCount> | undefined;
  /** Where a value was found before, by a few of its characters: comparing is several times cheaper than looking up a new string. */
  slots: (ValueCount | undefined)[];
  characters: number;
  valuesMax: number;
  closed: Pick<FullColumnStatistics, "distinct" | "countedRows" | "samples" | "dates"> | undefined;
};

/**
 * Counts the values of every column while a file is read: exactly, as long as a column has no more different values than are kept;
 * then its counting ends with the row where it was, told by `countedRows`, and its memory is given back.
 */
export function watchColumns() {
  const columns: Column[] = [];
  let values = 0;
  let characters = 0;

  const close = (column: Column, row: number, value: string) => {
    const counted = [...(column.values?.values() ?? [])];
    values -= counted.length;
    characters -= column.characters;
    column.values = undefined;
    column.slots = [];
    column.closed = {
      distinct: counted.length + 1,
      countedRows: row,
      samples: [...samplesOf(counted), ...(counted.length === 0 ? [kept(value.slice(0, valueCharactersMax))] : [])],
      dates: dateGroupsOf(counted),
    };
  };
  const insert = (column: Column, known: Map<string, ValueCount>, value: string, row: number) => {
    if (known.size === valuesKeptMax && column.valuesMax === valuesKeptMax && areDays(known))
      column.valuesMax = daysKeptMax;
    const isFull =
      known.size >= column.valuesMax ||
      value.length > valueCharactersMax ||
      values >= valuesInAllMax ||
      characters >= charactersInAllMax;
    if (isFull) return close(column, row, value);
    const own = kept(value);
    known.set(own, { value: own, count: 1, row });
    values++;
    column.characters += own.length;
    characters += own.length;
  };

  return {
    see(cells: readonly string[], row: number): void {
      for (let at = 0; at < cells.length; at++) {
        const cell = cells[at];
        if (cell === undefined || cell === "") continue;
        const column = columns[at] ?? fresh();
        columns[at] = column;
        if (isBlank(cell)) continue;
        column.filled++;
        if (cell.length > column.longest) column.longest = cell.length;
        const known = column.values;
        if (known === undefined) continue;
        const slot = slotOf(cell);
        const guess = column.slots[slot];
        if (guess !== undefined && guess.value === cell) {
          guess.count++;
          continue;
        }
        const seen = known.get(cell);
        if (seen) {
          seen.count++;
          column.slots[slot] = seen;
        } else insert(column, known, cell, row);
      }
    },
    /** @param count how many columns the file has; cells beyond them belong to ragged rows */
    found(count: number): FullColumnStatistics[] {
      return Array.from({ length: count }, (_, index) => statisticsOf(columns[index] ?? fresh(), index));
    },
  };
}

const slotsMax = 512;

function slotOf(cell: string): number {
  const { length } = cell;
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(length - 1);
  const middle = cell.charCodeAt(length >> 1);
  const before = length > 2 ? cell.charCodeAt(length - 2) : 0;
  return (first * 7 + last * 31 + middle * 131 + before * 17 + length) & (slotsMax - 1);
}

const fresh = (): Column => ({
  filled: 0,
  longest: 0,
  values: new Map(),
  slots: new Array<ValueCount | undefined>(slotsMax).fill(undefined),
  characters: 0,
  valuesMax: valuesKeptMax,
  closed: undefined,
});

function statisticsOf({ filled, longest, values, closed }: Column, index: number): FullColumnStatistics {
  if (closed) return { index, filled, longest, ...closed, values: null };
  const counted = [...(values?.values() ?? [])].sort((a, b) => b.count - a.count);
  return {
    index,
    filled,
    longest,
    distinct: counted.length,
    countedRows: null,
    samples: samplesOf(counted),
    dates: dateGroupsOf(counted),
    values: counted.length <= valuesKeptMax ? counted : null,
  };
}

/** The map gives them in the order of the file, and sorting keeps it among equals. */
const samplesOf = (counted: readonly ValueCount[]): string[] =>
  counted
    .toSorted((a, b) => b.count - a.count)
    .slice(0, samplesMax)
    .map(({ value }) => value);

function areDays(known: Map<string, ValueCount>): boolean {
  let looked = 0;
  let days = 0;
  for (const value of known.keys()) {
    if (looked >= looksMax) break;
    looked++;
    if (dateReadingsOf(value).order !== null) days++;
  }
  return days > looked / 2;
}

/** A copy: a cell is cut out of a piece of the file, and keeping it would keep the whole piece. Half a character is none. */
const kept = (cell: string): string => Buffer.from(cell.toWellFormed()).toString();
