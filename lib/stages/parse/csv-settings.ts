import type { Options } from "csv-parse";
import { recordBytesMax } from "./limits.ts";

export type Delimiter = "," | ";" | "\t" | "|";
export const delimiters: readonly Delimiter[] = [",", ";", "\t", "|"];

/** Cells stay as they are written: nothing trimmed, nothing cast; ragged rows and stray quotes are kept for a person to judge. */
export function csvSettings(delimiter: Delimiter, lineEnds: readonly string[]): Options {
  return {
    delimiter,
    record_delimiter: [...lineEnds],
    quote: '"',
    escape: '"',
    bom: false,
    cast: false,
    trim: false,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: recordBytesMax,
  };
}

/** Lines end with \n, with or without \r before it; only a file without any \n is one of old Macs'. */
export const lineEndsOf = (sample: string): readonly string[] =>
  sample.includes("\n") || !sample.includes("\r") ? ["\r\n", "\n"] : ["\r"];
