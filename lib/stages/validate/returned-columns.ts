import { sheetHeaders } from "../../domain/row-id.ts";

export type ReturnedColumns = {
  /** The column of the source for each place of a returned row; -1 for what is none of it. Places behind the last are cells too many. */
  sourceOf(place: number): number;
  missing: readonly string[];
  unknown: readonly string[];
};

/**
 * Finds the source's columns in a returned file: by their place where header and order are as they were downloaded, else by their names.
 * A renamed column is missing under its old name and unknown under its new one: it is never guessed.
 */
export function returnedColumns(returned: readonly string[], source: readonly string[]): ReturnedColumns {
  const own = new Set(sheetHeaders.map(keyOf));
  const expected = [...sheetHeaders, ...source];
  const isInOrder = expected.every((name, at) => isSameName(name, returned[at] ?? ""));
  if (isInOrder)
    return {
      sourceOf: (place) => (place < sheetHeaders.length ? -1 : place - sheetHeaders.length),
      missing: [],
      // Behind the last column stand cells too many, which a spreadsheet gives a column without a name.
      unknown: returned.slice(expected.length).filter((name, at) => name !== `Column ${expected.length + at + 1}`),
    };
  const placeByKey = new Map(source.map((name, column) => [keyOf(name), column]));
  const columns = returned.map((name) => (own.has(keyOf(name)) ? -1 : (placeByKey.get(keyOf(name)) ?? -1)));
  const found = new Set(columns);
  return {
    sourceOf: (place) => columns[place] ?? -1,
    missing: source.filter((_, column) => !found.has(column)),
    unknown: returned.filter((name, place) => columns[place] === -1 && !own.has(keyOf(name))),
  };
}

/** Where all columns are in order, a name whose accents were lost in saving is known by its other letters. */
const isSameName = (name: string, came: string): boolean =>
  keyOf(name) === keyOf(came) || (/[^\x00-\x7f]/.test(name) && plainKeyOf(name) === plainKeyOf(came));

const plainKeyOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

const keyOf = (name: string): string => name.replace(/\s+/g, " ").trim().toLowerCase();

/** A row of nothing but blanks says nothing. */
export const isBlankRow = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");
