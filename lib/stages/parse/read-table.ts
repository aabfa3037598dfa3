import { type CsvError, type Parser, parse } from "csv-parse";
import { columnNamesOf } from "./column-names.ts";
import { csvSettings } from "./csv-settings.ts";
import { asUtf8 } from "./encoding.ts";
import { cellCharactersMax, columnsMax, recordBytesMax } from "./limits.ts";
import type { TableForm } from "./sniff.ts";
import { Unreadable } from "./unreadable.ts";

export type TableReader = {
  onRow(row: { rowNumber: number; lineNumber: number; cells: readonly string[] }): void;
  /** After every piece of the file: the place to write what has gathered, and to wait. */
  onPiece(progress: { readBytes: number; rows: number }): Promise<void>;
};

/**
 * Reads a table row by row, cells verbatim, in memory of one piece. Lines without any character are skipped; rows of nothing but
 * delimiters are kept inside the table and dropped behind it. Line numbers are physical: a cell with line breaks counts them all.
 * @returns the names of the columns and the number of rows
 * @throws Unreadable with the line, when a quote is never closed or a limit is passed
 */
export async function readTable(
  bytes: AsyncIterable<Uint8Array>,
  form: TableForm,
  reader: TableReader,
): Promise<{ columns: string[]; rowCount: number }> {
  let columns: string[] | undefined;
  let rows = 0;
  let line = 1;
  let blanks: { lineNumber: number; cells: readonly string[] }[] = [];
  const give = (row: { lineNumber: number; cells: readonly string[] }) => reader.onRow({ rowNumber: ++rows, ...row });

  const onRecord = (cells: string[]): null => {
    const lineNumber = line;
    line += 1 + lineBreaksIn(cells);
    if (cells.length === 1 && cells[0] === "") return null;
    checkCells(cells, lineNumber);
    if (columns === undefined) {
      columns = columnNamesOf(cells);
    } else if (cells.every((cell) => cell === "")) {
      blanks.push({ lineNumber, cells });
    } else {
      for (const blank of blanks) give(blank);
      if (blanks.length > 0) blanks = [];
      give({ lineNumber, cells });
    }
    return null;
  };

  const parser = parse({ ...csvSettings(form.delimiter, form.lineEnds), on_record: onRecord });
  // The call that fails is told too; an error event nobody hears would end the process.
  parser.on("error", () => {});
  let readBytes = 0;
  const counted = count(bytes, (size) => {
    readBytes += size;
  });
  try {
    for await (const piece of asUtf8(counted, form.encoding)) {
      if (piece.includes(0))
        throw new Unreadable(
          `There is a NUL character in the record that begins on line ${line}, which no text table has. Remove it in the source and export again.`,
        );
      await write(parser, piece);
      await reader.onPiece({ readBytes, rows });
    }
    await end(parser);
  } catch (cause) {
    throw unreadableOf(cause, line);
  }
  await reader.onPiece({ readBytes, rows });
  return finished(columns, rows);
}

function finished(columns: string[] | undefined, rowCount: number): { columns: string[]; rowCount: number } {
  if (columns === undefined)
    throw new Unreadable("The file holds blank lines only. Export it again from the source system and upload it.");
  if (rowCount === 0)
    throw new Unreadable("The file has a header but no rows. Check the filter of the export and upload it again.");
  return { columns, rowCount };
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

/** csv-parse counts the two characters of a Windows line break inside quotes as two lines; people count one. */
function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    if (cell.includes("\n") || cell.includes("\r")) breaks += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return breaks;
}

async function* count(bytes: AsyncIterable<Uint8Array>, onSize: (size: number) => void): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    onSize(chunk.length);
    yield chunk;
  }
}

function write(parser: Parser, piece: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}

function end(parser: Parser): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.once("error", reject);
    parser.once("end", resolve);
    parser.resume();
    parser.end();
  });
}

function unreadableOf(cause: unknown, line: number): unknown {
  const code = cause instanceof Error && "code" in cause ? (cause as CsvError).code : undefined;
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return new Unreadable(
      `A quotation mark in the record that begins on line ${line} is never closed, so the end of the file cannot be told. Correct that line in the source and upload the file again.`,
    );
  if (code === "CSV_MAX_RECORD_SIZE")
    return new Unreadable(
      `The record that begins on line ${line} is longer than ${recordBytesMax / 1024 / 1024} MB; nearly always a quotation mark there is never closed. Correct that line in the source and upload the file again.`,
    );
  return cause;
}
