import type { FormChoice, SourceForm, SourceReading } from "../../domain/source-form.ts";
import { detect } from "./detect.ts";
import type { Detected } from "./detected.ts";
import { readRecords } from "./read-records.ts";
import type { StoredBytes } from "./stored-bytes.ts";
import { type Row, tableOf } from "./table-of.ts";

export type TableReader = {
  onRow(row: Row): void;
  /** After every piece of the file: the place to write what has gathered, and to wait. */
  onPiece(progress: { readBytes: number; rows: number }): Promise<void>;
};

const doubtsMax = 50;

/**
 * Reads a table of any format row by row, cells verbatim, in memory of one piece.
 * @returns how it was read, the names of the columns, and the number of rows
 * @throws Unreadable with the line, when it is no table or a limit is passed
 */
export async function readTable(
  stored: StoredBytes,
  fileName: string,
  choice: FormChoice,
  reader: TableReader,
): Promise<{ form: SourceForm; reading: SourceReading; columns: string[]; rowCount: number }> {
  const detected = await detect(stored, fileName, choice);
  const table = tableOf(detected.form, reader.onRow);
  const doubts: SourceReading["doubts"] = [];
  await readRecords(stored, detected.form, {
    onRecord: table.onRecord,
    onDoubt: (lineNumber, sentence) => void (doubts.length < doubtsMax && doubts.push({ lineNumber, sentence })),
    onPiece: (readBytes) => reader.onPiece({ readBytes, rows: table.rows }),
    isDone: () => false,
  });
  const { columns, rowCount, found } = table.finish();
  await reader.onPiece({ readBytes: stored.sizeBytes, rows: rowCount });
  return { form: detected.form, reading: readingOf(detected, found, doubts), columns, rowCount };
}

/** The first rows as a form reads them, without the rest of the file. */
export async function previewTable(
  stored: StoredBytes,
  fileName: string,
  choice: FormChoice,
  rowsMax: number,
): Promise<{ form: SourceForm; reading: SourceReading; columns: string[]; rows: Row[] }> {
  const detected = await detect(stored, fileName, choice);
  const rows: Row[] = [];
  // What is skipped at the end is not seen from the beginning.
  const table = tableOf({ ...detected.form, skipEnd: 0 }, (row) => void (rows.length < rowsMax && rows.push(row)));
  const doubts: SourceReading["doubts"] = [];
  await readRecords(stored, detected.form, {
    onRecord: table.onRecord,
    onDoubt: (lineNumber, sentence) => void (doubts.length < doubtsMax && doubts.push({ lineNumber, sentence })),
    onPiece: async () => {},
    isDone: () => rows.length >= rowsMax,
  });
  const { columns, found } = table.finish();
  return { form: detected.form, reading: readingOf(detected, found, doubts), columns, rows };
}

const readingOf = (
  detected: Detected,
  found: ReturnType<ReturnType<typeof tableOf>["finish"]>["found"],
  doubts: SourceReading["doubts"],
): SourceReading => ({
  reasons: detected.reasons,
  sheets: detected.sheets,
  ...found,
  doubts: [...detected.doubts, ...found.doubts, ...doubts].slice(0, doubtsMax),
});
