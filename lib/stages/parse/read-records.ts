import type { SourceForm } from "../../domain/source-form.ts";
import { delimitedReader } from "./delimited-records.ts";
import { textOf } from "./encoding.ts";
import { placeOfForm, readRecord } from "./json-form.ts";
import { jsonRecords } from "./json-records.ts";
import type { StoredBytes } from "./stored-bytes.ts";
import { contentOf, unpackedWhole } from "./unpack.ts";
import { Unreadable } from "./unreadable.ts";
import { openWorkbook } from "./workbook-rows.ts";
import { fileInZip } from "./zip-single.ts";

/** What every format gives: records in order, cells verbatim as text. */
export type RecordSink = {
  onRecord(cells: string[], lineNumber: number): void;
  onDoubt(lineNumber: number | null, sentence: string): void;
  /** After every piece of the file; `readBytes` of the stored bytes are read. */
  onPiece(readBytes: number): Promise<void>;
  /** Nothing more is wanted. */
  isDone(): boolean;
};

/** Turns stored bytes of a known form into records. @throws Unreadable with the line where that ends */
export async function readRecords(stored: StoredBytes, form: SourceForm, sink: RecordSink): Promise<void> {
  let readBytes = 0;
  const packed: StoredBytes = {
    ...stored,
    all: () => counting(stored.all()),
    part: (start, end) => counting(stored.part(start, end)),
  };
  const counted = form.member === null ? packed : await fileInZip(packed, form.member);
  async function* counting(bytes: AsyncIterable<Uint8Array>) {
    for await (const chunk of bytes) {
      readBytes += chunk.length;
      yield chunk;
    }
  }
  const told = () => sink.onPiece(Math.min(readBytes, stored.sizeBytes));
  if (form.format === "workbook") return readWorkbookRecords(counted, form, sink, told);
  const reader = form.format === "json" ? jsonReader(form, sink) : delimitedReader({ ...form }, sink);
  let tail = "";
  for await (const piece of textOf(contentOf(counted, form.isGzip), form.encoding)) {
    const whole = tail + piece;
    tail = form.format === "delimited" ? endSigns(whole) : "";
    const text = tail === "" ? whole : whole.slice(0, -tail.length);
    if (text.includes("\0"))
      throw new Unreadable(
        `There is a NUL character in the record that begins on line ${reader.line}, which no text table has. Remove it in the source and export again.`,
      );
    reader.write(text);
    await told();
    if (sink.isDone()) return;
  }
  if (tail !== "") sink.onDoubt(null, "The file ends with the sign Ctrl-Z, as old programs do; it is left out.");
  reader.end();
  await told();
}

/** The run of Ctrl-Z at the end, with which DOS programs end a file. */
export function endSigns(text: string): string {
  let at = text.length;
  while (at > 0 && text.charCodeAt(at - 1) === 0x1a) at--;
  return text.slice(at);
}

function jsonReader(form: SourceForm, sink: RecordSink) {
  const places = new Map(form.keys.map((key, index) => [key, index]));
  sink.onRecord([...form.keys], 0);
  return jsonRecords(placeOfForm(form), ({ text, lineNumber }) => {
    const cells = new Array<string>(form.keys.length).fill("");
    readRecord(text, lineNumber, {
      onCell(name, value) {
        if (value.includes("\0"))
          throw new Unreadable(
            `There is a NUL character in “${name}” of the record on line ${lineNumber}, which no database keeps in a text. Remove it in the source and export again.`,
          );
        const place = places.get(name);
        if (place !== undefined) cells[place] = value.toWellFormed();
      },
      onDuplicate: (name) =>
        sink.onDoubt(lineNumber, `The record says “${name}” more than once; the last of them is kept.`),
    });
    sink.onRecord(cells, lineNumber);
  });
}

async function readWorkbookRecords(
  stored: StoredBytes,
  form: SourceForm,
  sink: RecordSink,
  piece: () => Promise<void>,
): Promise<void> {
  const workbook = await openWorkbook(form.isGzip ? await unpackedWhole(stored) : stored);
  const sheet = workbook.sheets.find(({ name }) => name === form.sheet);
  if (!sheet) throw new Unreadable(`The workbook has no sheet called “${form.sheet ?? ""}”. Choose another sheet.`);
  let hidden = 0;
  const errors: number[] = [];
  await workbook.read(
    sheet,
    {
      onRow(cells, row) {
        if (cells.some((cell) => cell.startsWith("#") && isErrorWord.test(cell))) errors.push(row);
        sink.onRecord(cells, row);
      },
      onHidden: () => void hidden++,
      isDone: sink.isDone,
    },
    piece,
  );
  if (hidden > 0)
    sink.onDoubt(
      null,
      `${hidden === 1 ? "One row is" : `${hidden} rows are`} hidden in the sheet and read like the others.`,
    );
  if (errors.length > 0)
    sink.onDoubt(
      errors[0] ?? null,
      `${errors.length === 1 ? "One row holds" : `${errors.length} rows hold`} an error of a formula, such as #N/A, where a value should be.`,
    );
}

const isErrorWord = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|GETTING_DATA)$/;
