import type { SourceForm } from "../../domain/source-form.ts";
import { type CsvReader, csvReader, type Dialect, type RecordListener } from "./csv-records.ts";
import { escapedReader } from "./escaped-records.ts";

/** How a table of text is written: its dialect, whether a backslash escapes, and whether lines are drawn around its cells. */
export type Manner = Dialect & Pick<SourceForm, "escape" | "ruled">;

/** The reader for a table of text, whatever its manner. */
export function delimitedReader(manner: Manner, listener: RecordListener): CsvReader {
  const read = manner.escape === "" ? csvReader : escapedReader;
  if (manner.ruled === "none") return read(manner, listener);
  const isFramed = manner.ruled === "frame";
  const dialect = { ...manner, width: isFramed && manner.width !== null ? manner.width + 2 : manner.width };
  return read(dialect, {
    ...listener,
    onRecord(cells, lineNumber) {
      if (isRule(cells)) return;
      // The blanks that draw the columns even are no part of the cells.
      listener.onRecord(
        (isFramed ? withoutFrame(cells) : cells).map((cell) => cell.trim()),
        lineNumber,
      );
    },
  });
}

const isBlank = (cell: string | undefined): boolean => cell !== undefined && cell.trim() === "";

/** A line drawn between rows: `+----+----+`, `|---|:--:|`, `-------`. */
export const isRule = (cells: readonly string[]): boolean =>
  cells.every((cell) => /^[\s\-+=:─━═┼╪├┤╞╡┌┐└┘┬┴╤╧╔╗╚╝]*$/.test(cell)) &&
  cells.some((cell) => /[-=─━═]{2}/.test(cell));

/** Whether a table is drawn with lines; records as they are read without regard to that. */
export function ruledOf(records: readonly { cells: readonly string[] }[], width: number): Manner["ruled"] {
  const rows = records.filter(({ cells }) => cells.length === width && !isRule(cells));
  const framed = rows.filter(({ cells }) => isBlank(cells[0]) && isBlank(cells.at(-1)));
  if (width >= 3 && rows.length >= 2 && framed.length === rows.length) return "frame";
  return records.some(({ cells }) => isRule(cells)) ? "lines" : "none";
}

/** The cells between the two sides of a frame. */
function withoutFrame(cells: string[]): string[] {
  if (cells.length < 3 || !isBlank(cells[0]) || !isBlank(cells.at(-1))) return cells;
  return cells.slice(1, -1);
}
