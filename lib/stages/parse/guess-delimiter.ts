import { csvReader, type Dialect } from "./csv-records.ts";
import type { HeadRecord } from "./find-header.ts";

const recordsSeen = 2_000;

/** What may divide cells, the usual first; the weight says how much better than a usual one a rare one must explain the file. */
const delimiters: readonly (readonly [string, number])[] = [
  [",", 1],
  [";", 1],
  ["\t", 1],
  ["|", 1],
  ["^", 0.95],
  ["~", 0.95],
  ["¦", 0.95],
  ["\x1f", 0.95],
  ["\x01", 0.95],
  ["§", 0.9],
  ["#", 0.6],
  [":", 0.6],
];

export type Guessed = Dialect & { width: number; alike: number; records: HeadRecord[] };

/**
 * The delimiter that gives most records the same number of cells, and many of them; a comma when none divides anything. Also the first
 * records as they are read with it. `sample` may be cut at its end: then its last record does not count.
 */
export function guessDelimiter(
  sample: string,
  sampleIsWhole: boolean,
  chosen: { delimiter?: string | undefined; quote?: '"' | "'" | "" | undefined } = {},
): Guessed {
  const lineEnd = lineEndOf(sample);
  const quote = chosen.quote ?? quoteOf(sample);
  const tried = (chosen.delimiter === undefined ? delimiters : [[chosen.delimiter, 1] as const]).map(
    ([delimiter, weight]) => {
      const read = recordsOf(sample, sampleIsWhole, { delimiter, quote, lineEnd, width: null });
      const { width, alike } = commonWidth(read);
      return { delimiter, width, alike, score: width < 2 ? 0 : alike * Math.log2(width + 1) * weight };
    },
  );
  const best = tried.reduce((first, second) => (second.score > first.score ? second : first));
  const dialect = { delimiter: best.delimiter, quote, lineEnd, width: best.width };
  return { ...dialect, alike: best.alike, records: recordsOf(sample, sampleIsWhole, dialect) };
}

/** Lines end with \n, with or without \r before it; a file with more lone \r is one of old Macs'. */
function lineEndOf(sample: string): "\n" | "\r" {
  const feeds = sample.split("\n").length - 1;
  const lone = (sample.match(/\r(?!\n)/g) ?? []).length;
  return lone > feeds ? "\r" : "\n";
}

/** Single quotes only where there is no double one and every other line has a whole cell in them. */
function quoteOf(sample: string): '"' | "'" {
  if (sample.includes('"')) return '"';
  const lines = sample.split(/\r\n|\n|\r/).slice(0, recordsSeen);
  const quoted = lines.filter((line) => /(?:^|[,;\t|])'[^']*'(?:$|[,;\t|])/.test(line)).length;
  return quoted > lines.length / 2 ? "'" : '"';
}

function recordsOf(sample: string, sampleIsWhole: boolean, dialect: Dialect): HeadRecord[] {
  const records: HeadRecord[] = [];
  const reader = csvReader(dialect, {
    onRecord(cells, lineNumber) {
      if (records.length < recordsSeen && (cells.length > 1 || cells[0] !== "")) records.push({ cells, lineNumber });
    },
    onDoubt() {},
  });
  reader.write(sample);
  reader.end();
  return sampleIsWhole || records.length < 2 || records.length >= recordsSeen ? records : records.slice(0, -1);
}

export function commonWidth(records: readonly HeadRecord[]): { width: number; alike: number } {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let width = 0;
  let most = 0;
  for (const [cells, count] of counts) {
    if (count > most || (count === most && cells > width)) {
      width = cells;
      most = count;
    }
  }
  return { width, alike: records.length === 0 ? 0 : most / records.length };
}
