import type { Corrections, CorrectionsOfRow } from "./correction.ts";
import type { MappingBody } from "./mapping.ts";
import { placeOf } from "./record-id.ts";

/** A correction as a check takes it: the place of the record in its file (record-id.ts), the field, and the text. A newer one has a higher rank. */
export type PlacedCorrection = { place: number; field: string; text: string; rank: number };
/** The same of a cell. `column` is from 0. */
export type PlacedCell = { rowNumber: number; column: number; text: string; rank: number };
/** What stands of the corrections of a file, or of some of its rows. */
export type StandingCorrections = { fields: readonly PlacedCorrection[]; cells: readonly PlacedCell[] };

/** A row as people corrected it: its cells, and what they said of fields of its records since. */
export type CorrectedRow = { cells: readonly string[]; corrections?: CorrectionsOfRow };
export type RowCorrector = (rowNumber: number, cells: readonly string[]) => CorrectedRow;

/**
 * Puts corrections into rows. Cells go first, before the mapping. A field keeps what a person said of it, unless a cell that feeds it was
 * corrected later: the newest that was not undone stands. `columns` is the number of columns of the file.
 */
export function rowCorrector(
  { fields, cells }: StandingCorrections,
  mapping: MappingBody,
  columns: number,
): RowCorrector {
  if (fields.length === 0 && cells.length === 0) return (_, row) => ({ cells: row });
  const fieldsByRow = Map.groupBy(fields, ({ place }) => rowOfPlace(place));
  const cellsByRow = Map.groupBy(cells, ({ rowNumber }) => rowNumber);
  const columnsOf = feedingColumns(mapping);
  return (rowNumber, row) => {
    const ofCells = cellsByRow.get(rowNumber);
    const ofFields = fieldsByRow.get(rowNumber);
    const corrected = ofCells ? withCells(row, ofCells, columns) : row;
    if (!ofFields) return { cells: corrected };
    const standing = ofCells ? ofFields.filter((field) => isNewest(field, ofCells, columnsOf)) : ofFields;
    const bySlot = Map.groupBy(standing, ({ place }) => slotOfPlace(place));
    const textsBySlot = new Map<number, Corrections>();
    for (const [slot, texts] of bySlot) textsBySlot.set(slot, new Map(texts.map(({ field, text }) => [field, text])));
    return { cells: corrected, corrections: (slot) => textsBySlot.get(slot) };
  };
}

/** Cells too many that were emptied are none any more, so that a shifted row can be put right. */
function withCells(row: readonly string[], corrected: readonly PlacedCell[], columns: number): string[] {
  const cells = [...row];
  for (const { column, text } of corrected) {
    while (cells.length < column) cells.push("");
    cells[column] = text;
  }
  if (corrected.some(({ column }) => column >= columns))
    while (cells.length > columns && cells.at(-1) === "") cells.pop();
  return cells;
}

type ColumnsOf = (slot: number, field: string) => readonly number[];

function isNewest(
  { place, field, rank }: PlacedCorrection,
  cells: readonly PlacedCell[],
  columnsOf: ColumnsOf,
): boolean {
  const columns = columnsOf(slotOfPlace(place), field);
  return !cells.some((cell) => columns.includes(cell.column) && cell.rank >= rank);
}

/** Which columns feed a field of the row's own record (slot 0) or of one of its associates. */
export function feedingColumns(mapping: MappingBody): ColumnsOf {
  const columnsByKey = new Map<string, number[]>();
  for (const { column, field, of = 0 } of mapping.assignments) {
    if (field === null) continue;
    const key = `${of} ${field}`;
    columnsByKey.set(key, [...(columnsByKey.get(key) ?? []), column]);
  }
  return (slot, field) => columnsByKey.get(`${slot} ${field}`) ?? [];
}

const slots = placeOf(1, 0);
const rowOfPlace = (place: number): number => Math.floor(place / slots);
const slotOfPlace = (place: number): number => place % slots;

export type ShownRow = {
  /** The row as a person is shown it in a spreadsheet, at least as long as there are columns. */
  cells: readonly string[];
  /** Columns that feed a field of which a person said something that no cell can show. */
  hidden: ReadonlySet<number>;
};

/**
 * Shows rows as they were corrected: a field that one column alone feeds, and nothing else, stands in its cell as a person said it.
 * Where several cells make a field, or one cell several fields, it cannot be shown, and the columns are named.
 */
export function rowShower(standing: StandingCorrections, mapping: MappingBody, columns: number) {
  const correct = rowCorrector(standing, mapping, columns);
  const columnsOf = feedingColumns(mapping);
  const uses = new Map<number, number>();
  for (const { column, field } of mapping.assignments)
    if (field !== null) uses.set(column, (uses.get(column) ?? 0) + 1);
  for (const { kindBy } of [mapping, ...(mapping.associates ?? [])]) if (kindBy) uses.set(kindBy.column, 2);
  const constants = new Set(mapping.constants.map(({ field, of = 0 }) => `${of} ${field}`));
  const isSole = (column: number, slot: number, field: string) =>
    columnsOf(slot, field).length === 1 && uses.get(column) === 1 && !constants.has(`${slot} ${field}`);
  const placesByRow = Map.groupBy(standing.fields, ({ place }) => rowOfPlace(place));
  return (rowNumber: number, row: readonly string[]): ShownRow => {
    const { cells, corrections } = correct(rowNumber, row);
    const shown = [...cells];
    while (shown.length < columns) shown.push("");
    const hidden = new Set<number>();
    for (const { place, field } of placesByRow.get(rowNumber) ?? []) {
      const slot = slotOfPlace(place);
      const text = corrections?.(slot)?.get(field);
      if (text === undefined) continue;
      for (const column of columnsOf(slot, field)) {
        if (isSole(column, slot, field)) shown[column] = text;
        else hidden.add(column);
      }
    }
    return { cells: shown, hidden };
  };
}
