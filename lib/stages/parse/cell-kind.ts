/** What a cell looks like, as far as it tells column names from rows. */
export type CellKind = "empty" | "number" | "date" | "time" | "e-mail" | "yes or no" | "error" | "text";

const shapes: readonly (readonly [CellKind, RegExp])[] = [
  ["empty", /^\s*$/],
  ["number", /^\s*[+-]?[\d.,' ]*\d%?\s*$/],
  [
    "date",
    /^\s*(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[- ][A-Za-z]{3,9}[- ]\d{2,4})(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?\s*$/,
  ],
  ["time", /^\s*\d+:\d{2}(?::\d{2})?\s*$/],
  ["e-mail", /^\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$/],
  ["error", /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)$/],
  ["yes or no", /^\s*(?:true|false|yes|no)\s*$/i],
];

export const kindOfCell = (cell: string): CellKind => shapes.find(([, shape]) => shape.test(cell))?.[0] ?? "text";
