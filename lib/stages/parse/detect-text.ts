import type { FormChoice, SourceForm } from "../../domain/source-form.ts";
import { blankForm, type Detected } from "./detected.ts";
import { decoderOf, encodingWatch, textOf } from "./encoding.ts";
import type { HeadRecord } from "./find-header.ts";
import { isFixedWidth } from "./fixed-width.ts";
import { guessDelimiter } from "./guess-delimiter.ts";
import { headerOf } from "./header-of.ts";
import { jsonForm } from "./json-form.ts";
import { endSigns } from "./read-records.ts";
import { headOf, type StoredBytes } from "./stored-bytes.ts";
import { contentOf } from "./unpack.ts";
import { Unreadable } from "./unreadable.ts";

const sampleBytes = 1024 * 1024;

/** How a table that is text is written: its encoding by all of its bytes, JSON or delimited by its beginning. @throws Unreadable */
export async function detectText(
  stored: StoredBytes,
  packed: boolean,
  fileName: string,
  choice: FormChoice,
): Promise<Detected> {
  const watch = encodingWatch();
  let sizeBytes = 0;
  for await (const chunk of contentOf(stored, packed)) {
    sizeBytes += chunk.length;
    watch.see(chunk);
  }
  if (sizeBytes === 0) throw new Unreadable("The file is empty. Export it again from the source system and upload it.");
  const verdict = watch.verdict();
  const encoding = choice.encoding ?? verdict.encoding;
  if (verdict.nulAt !== null && !encoding.startsWith("utf-16"))
    throw new Unreadable(
      `There is a NUL byte at position ${(verdict.nulAt + 1).toLocaleString("en-GB")}, which no text table has. The file is damaged or is not text: export it again as CSV (UTF-8).`,
    );
  const begin = decoderOf(encoding)(await headOf(contentOf(stored, packed), sampleBytes), sizeBytes <= sampleBytes);
  const sample = begin.slice(0, begin.length - endSigns(begin).length);
  const reasons = [
    { about: "encoding", sentence: choice.encoding ? "The encoding was chosen by a person." : verdict.reason },
  ];
  const doubts =
    verdict.doubt && !choice.encoding ? [{ lineNumber: null as number | null, sentence: verdict.doubt }] : [];
  const base = { ...blankForm, isGzip: packed, encoding };
  if (isJson(sample, fileName)) {
    const json = await jsonForm(sample, sizeBytes <= sampleBytes, fileName, () =>
      textOf(contentOf(stored, packed), encoding),
    );
    reasons.unshift({ about: "format", sentence: json.reason });
    if (json.doubt) doubts.push({ lineNumber: null, sentence: json.doubt });
    return {
      form: { ...base, format: "json", ...json.form, skipEnd: choice.skipEnd ?? 0 },
      reasons,
      doubts,
      sheets: [],
    };
  }
  if (sample.trim() === "")
    throw new Unreadable("The file holds blank lines only. Export it again from the source system and upload it.");
  const named = /^sep=(.)\r?\n/i.exec(sample)?.[1];
  const guessed = guessDelimiter(sample, sizeBytes <= sampleBytes, {
    delimiter: choice.delimiter ?? named,
    quote: choice.quote,
  });
  const records = named ? guessed.records.filter(({ lineNumber }) => lineNumber > 1) : guessed.records;
  const header = headerOf(records, guessed.width, choice, false);
  reasons.push({
    about: "delimiter",
    sentence: delimiterReason(guessed, choice.delimiter !== undefined, named !== undefined),
  });
  reasons.push({ about: "header", sentence: header.reason });
  if (header.doubt) doubts.push({ lineNumber: header.headerLine, sentence: header.doubt });
  for (const record of guessed.records
    .filter(({ cells }) => cells.length !== guessed.width && guessed.width > 1)
    .slice(0, 5))
    if (header.headerLine === null || record.lineNumber > header.headerLine)
      doubts.push({
        lineNumber: record.lineNumber,
        sentence: `The record has ${record.cells.length} ${record.cells.length === 1 ? "cell" : "cells"}; most have ${guessed.width}.`,
      });
  if (guessed.width < 2 && choice.delimiter === undefined && isFixedWidth(sample))
    throw new Unreadable(
      "This looks like a file of fixed column widths: its cells are told apart by their place in the line, not by a sign between them. Export it again as CSV (UTF-8), or open it in a spreadsheet program as “fixed width” and save it as CSV.",
    );
  const inner = guessed.width < 2 ? quotedAsAWhole(guessed.records) : undefined;
  if (inner !== undefined)
    doubts.push({
      lineNumber: null,
      sentence: `Each line stands in quotation marks as a whole, so that it is one cell, though ${delimiterNames[inner]} seems to divide it inside. Export the file again, or take the outer quotation marks away in a text editor.`,
    });
  const { delimiter, quote, ruled, lineEnd, width } = guessed;
  if (guessed.escape !== "")
    reasons.push({
      about: "escape",
      sentence:
        "A backslash takes the meaning from the sign behind it, and \\N is an empty cell, as databases write it.",
    });
  if (ruled !== "none")
    reasons.push({
      about: "lines",
      sentence: `The table is drawn with lines${ruled === "frame" ? " and a frame" : ""}; they are left out.`,
    });
  return {
    form: {
      ...base,
      delimiter,
      quote: quote as SourceForm["quote"],
      escape: guessed.escape,
      ruled,
      lineEnd,
      width,
      headerLine: header.headerLine,
      headerRows: header.headerRows,
      skipEnd: choice.skipEnd ?? 0,
    },
    reasons,
    doubts,
    sheets: [],
  };
}

/** The sign that divides what stands in the only cell of nearly every record, as often in each. */
function quotedAsAWhole(records: readonly HeadRecord[]): string | undefined {
  const texts = records.map(({ cells: [text = ""] }) => text);
  return [";", ",", "\t", "|"].find((sign) => {
    // Quoted cells inside may hold it, too.
    const counts = texts.map((text) => text.replaceAll(/"[^"]*"/g, "").split(sign).length);
    const [first = 1] = counts;
    return texts.length > 1 && first > 2 && counts.filter((count) => count === first).length >= texts.length * 0.9;
  });
}

const delimiterNames: Partial<Record<string, string>> = {
  ",": "a comma",
  ";": "a semicolon",
  "\t": "a tab",
  "|": "a pipe",
};

function delimiterReason(
  guessed: { delimiter: string; width: number; alike: number; records: readonly unknown[] },
  isChosen: boolean,
  isNamed: boolean,
): string {
  const name = delimiterNames[guessed.delimiter] ?? `“${guessed.delimiter}”`;
  if (isChosen) return `A person said that ${name} divides the cells.`;
  if (isNamed) return `The first line says that ${name} divides the cells.`;
  if (guessed.width < 2) return "Nothing divides the lines alike: the file has one column.";
  return `With ${name} between the cells, ${Math.round(guessed.alike * 100)} % of the first ${guessed.records.length.toLocaleString("en-GB")} records have ${guessed.width} cells; no other sign divides them as evenly.`;
}

/** JSON by its first letter where a table could not begin so, or by the name of the file. */
function isJson(sample: string, fileName: string): boolean {
  const start = sample.trimStart();
  if (/\.(?:json|jsonl|ndjson)(?:\.gz)?$/i.test(fileName)) return true;
  return /^(?:\[\s*[{[]|\{\s*")/.test(start) || /^\[\s*\]/.test(start);
}
