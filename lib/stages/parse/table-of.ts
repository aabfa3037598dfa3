import type { SourceForm, SourceReading } from "../../domain/source-form.ts";
import { columnNamesOf, headerDoubts } from "./column-names.ts";
import { damageWatch } from "./excel-damage.ts";
import { cellCharactersMax, columnsMax, rowsMax } from "./limits.ts";
import { Unreadable } from "./unreadable.ts";
import { unusualRows } from "./unusual-rows.ts";

export type Row = { rowNumber: number; lineNumber: number; cells: readonly string[] };

/** What the reading of the rows themselves found; the rest of a SourceReading is known before. */
export type TableFound = Pick<
  SourceReading,
  "ragged" | "blankTail" | "repeatedHeaders" | "skippedEnd" | "preamble" | "unusual" | "damage" | "doubts"
>;

const examplesMax = 10;

/**
 * Makes rows of records: finds the header by its line, leaves out what stands above it, repeats of it, the blank tail and the end that a
 * person skipped, and counts each of them. A line without any character is no row; a row of nothing but delimiters inside the table is.
 */
export function tableOf(form: SourceForm, give: (row: Row) => void) {
  let columns: string[] | undefined = form.headerLine === null && form.format !== "json" ? [] : undefined;
  let header: readonly string[] = [];
  let second = false;
  let rows = 0;
  let widest = 0;
  let blanks: { lineNumber: number; cells: readonly string[] }[] = [];
  const held: { lineNumber: number; cells: readonly string[] }[] = [];
  const ragged: TableFound["ragged"] = { short: 0, long: 0, examples: [] };
  const repeatedHeaders: TableFound["repeatedHeaders"] = { count: 0, lines: [] };
  const preamble: TableFound["preamble"] = [];
  const damage = damageWatch();
  const unusual = unusualRows();
  const pads = form.format === "workbook";

  const store = (lineNumber: number, cells: readonly string[]) => {
    const expected = columns?.length || (form.width ?? cells.length);
    const whole =
      pads && cells.length < expected ? [...cells, ...new Array<string>(expected - cells.length).fill("")] : cells;
    rows++;
    if (rows > rowsMax)
      throw new Unreadable(
        `The file has more than ${rowsMax.toLocaleString("en-GB")} rows. It was refused whole; split the export into several files.`,
      );
    if (whole.length !== expected) {
      if (whole.length < expected) ragged.short++;
      else ragged.long++;
      if (ragged.examples.length < examplesMax)
        ragged.examples.push({ rowNumber: rows, lineNumber, cells: whole.length });
    }
    if (whole.length > widest) widest = whole.length;
    damage.see(whole, lineNumber, rows);
    unusual.see(whole, rows, lineNumber, expected);
    give({ rowNumber: rows, lineNumber, cells: whole });
  };
  const pass = (lineNumber: number, cells: readonly string[]) => {
    if (form.skipEnd === 0) return store(lineNumber, cells);
    held.push({ lineNumber, cells });
    if (held.length <= form.skipEnd) return;
    const first = held.shift();
    if (first) store(first.lineNumber, first.cells);
  };

  return {
    get rows() {
      return rows;
    },
    onRecord(cells: string[], lineNumber: number) {
      if (cells.length === 1 && cells[0] === "") return;
      checkCells(cells, lineNumber);
      if (columns === undefined) {
        if (form.headerLine !== null && lineNumber < form.headerLine) {
          if (preamble.length < examplesMax) preamble.push({ lineNumber, cells: cells.slice(0, 20) });
          return;
        }
        if (form.headerRows === 2 && !second) {
          header = cells;
          second = true;
          return;
        }
        const names = second ? joined(header, cells) : cells;
        if (!second) header = cells;
        columns = columnNamesOf(names);
        return;
      }
      if (cells.every((cell) => cell === "")) {
        blanks.push({ lineNumber, cells });
        return;
      }
      if (header.length > 1 && isSame(cells, header)) {
        repeatedHeaders.count++;
        if (repeatedHeaders.lines.length < examplesMax) repeatedHeaders.lines.push(lineNumber);
        return;
      }
      for (const blank of blanks) pass(blank.lineNumber, blank.cells);
      if (blanks.length > 0) blanks = [];
      pass(lineNumber, cells);
    },
    /** @throws Unreadable when there was no header or no row */
    finish(): { columns: string[]; rowCount: number; found: TableFound } {
      if (columns === undefined)
        throw new Unreadable(
          form.headerLine === null
            ? "The file holds blank lines only. Export it again from the source system and upload it."
            : `There is no record on line ${form.headerLine} or below it to name the columns.`,
        );
      if (rows === 0)
        throw new Unreadable("The file has a header but no rows. Check the filter of the export and upload it again.");
      const names =
        columns.length > 0 ? columns : columnNamesOf(new Array<string>(Math.max(widest, form.width ?? 0)).fill(""));
      return {
        columns: names,
        rowCount: rows,
        found: {
          ragged,
          blankTail: blanks.length,
          repeatedHeaders,
          skippedEnd: held.map(({ lineNumber, cells }) => ({ lineNumber, cells: cells.slice(0, 20) })),
          preamble,
          unusual: unusual.found(),
          damage: damage.found(names),
          doubts: form.headerLine === null ? [] : headerDoubts(header, form.headerLine),
        },
      };
    },
  };
}

const isSame = (cells: readonly string[], other: readonly string[]): boolean =>
  cells[0] === other[0] && cells.length === other.length && cells.every((cell, index) => cell === other[index]);

/** Two rows of names: the upper one stands over every column up to its next name. */
function joined(upper: readonly string[], lower: readonly string[]): string[] {
  let over = "";
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    over = upper[index] || over;
    const under = lower[index] ?? "";
    return under === "" ? (upper[index] ?? "") : `${over} ${under}`.trim();
  });
}

function checkCells(cells: readonly string[], lineNumber: number): void {
  if (cells.length > columnsMax)
    throw new Unreadable(
      `The record on line ${lineNumber} has ${cells.length.toLocaleString("en-GB")} cells; at most ${columnsMax.toLocaleString("en-GB")} columns can be read. Export fewer columns.`,
    );
  for (const cell of cells) {
    if (cell.length > cellCharactersMax)
      throw new Unreadable(
        `A cell in the record on line ${lineNumber} is longer than ${cellCharactersMax.toLocaleString("en-GB")} characters. Often a quote is not closed; check that line in the source.`,
      );
  }
}
