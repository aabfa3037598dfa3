import { delimitedReader, type Manner, ruledOf } from "./delimited-records.ts";
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
  ["│", 0.95],
  ["@@", 0.9],
  ["$$", 0.9],
  ["%%", 0.9],
  ["#", 0.6],
  [":", 0.6],
];

export type Guessed = Manner & { width: number; alike: number; records: HeadRecord[] };

type Chosen = { delimiter?: string | undefined; quote?: '"' | "'" | "" | undefined };
type Tried = { delimiter: string; width: number; alike: number; score: number };

/**
 * The delimiter that gives most records the same number of cells, and many of them; a comma when none divides anything. Also the first
 * records as they are read with it. `sample` may be cut at its end: then its last record does not count.
 */
export function guessDelimiter(sample: string, sampleIsWhole: boolean, chosen: Chosen = {}): Guessed {
  const lineEnd = lineEndOf(sample);
  const quote = chosen.quote ?? quoteOf(sample);
  const plain = { quote, lineEnd, width: null, escape: "", ruled: "none" } as const;
  const attempt = (delimiter: string, weight: number): Tried => {
    const read = recordsOf(sample, sampleIsWhole, { ...plain, delimiter });
    const { width, alike } = commonWidth(read);
    return { delimiter, width, alike, score: width < 2 ? 0 : alike * Math.log2(width + 1) * weight };
  };
  const asked: readonly (readonly [string, number])[] =
    chosen.delimiter === undefined
      ? delimiters.filter(([delimiter]) => delimiter === "," || sample.includes(delimiter))
      : [[chosen.delimiter, 1]];
  const best = asked
    .map(([delimiter, weight]) => attempt(delimiter, weight))
    .reduce((first, second) => (second.score > first.score ? second : first));
  const first = { ...plain, delimiter: best.delimiter, width: best.width };
  let records = recordsOf(sample, sampleIsWhole, first);
  const longer = chosen.delimiter === undefined ? longerDelimiter(best, records) : undefined;
  const taken = longer === undefined ? best : attempt(longer, 1);
  let manner: Manner = { ...first, delimiter: taken.delimiter, width: taken.width };
  if (longer !== undefined) records = recordsOf(sample, sampleIsWhole, manner);
  manner = {
    ...manner,
    ...escapeOf(sample, sampleIsWhole, manner, { alike: taken.alike, records: records.length }, chosen.quote),
  };
  if (taken.width > 1 && drawnWith.test(taken.delimiter)) manner.ruled = ruledOf(records, taken.width);
  if (manner.escape !== "" || manner.ruled !== "none") {
    records = recordsOf(sample, sampleIsWhole, manner);
    return { ...manner, ...commonWidth(records), records: recordsOf(sample, sampleIsWhole, manner) };
  }
  return { ...manner, width: taken.width, alike: taken.alike, records };
}

/** What tables are drawn with. */
const drawnWith = /^[|¦│]$/;

/** `||`, `;;`, `~|~`: where every second cell is the same sign, or nothing, in every record, it belongs to the delimiter. */
function longerDelimiter({ delimiter, width }: Tried, records: readonly HeadRecord[]): string | undefined {
  const glue = records[0]?.cells[1];
  if (glue === undefined || width < 3 || width % 2 === 0 || glue.length > 3 || /[\w"'.]/.test(glue)) return undefined;
  if (
    glue.trim() === "" &&
    (glue !== "" || (width < 5 && delimiter !== "|") || delimiter === "," || delimiter === "\t")
  )
    return undefined;
  const alike = records.filter(({ cells }) => cells.every((cell, at) => at % 2 === 0 || cell === glue));
  return alike.length === records.length && records.length > 1 ? delimiter + glue + delimiter : undefined;
}

/** A backslash escapes where a cell is `\N`, as databases write NULL, or where more records are whole when it does. */
function escapeOf(
  sample: string,
  sampleIsWhole: boolean,
  manner: Manner,
  { alike, records }: { alike: number; records: number },
  chosenQuote: Chosen["quote"],
): Pick<Manner, "escape" | "quote"> {
  const same = { escape: "", quote: manner.quote } as const;
  if (!sample.includes("\\") || chosenQuote !== undefined) return same;
  const isQuoting = sample.includes(`"${manner.delimiter}`) || sample.includes(`${manner.delimiter}"`);
  const hasNull = mayHaveNulls(sample, manner.delimiter, isQuoting);
  if (!hasNull && !sample.includes(`\\${manner.quote}`)) return same;
  const escaped = { escape: "\\", quote: hasNull && !isQuoting ? "" : manner.quote } as const;
  const read = recordsOf(sample, sampleIsWhole, { ...manner, ...escaped });
  const common = commonWidth(read);
  return common.width > 1 && (common.alike > alike || (hasNull && common.alike === alike && read.length === records))
    ? escaped
    : same;
}

/**
 * Whether `\N` is NULL: a database writes it more than once, or with other backslashes, into a table that it quotes throughout, or into
 * one with tabs or pipes that it does not quote at all. Elsewhere it is text like any other.
 */
function mayHaveNulls(sample: string, delimiter: string, isQuoting: boolean): boolean {
  if (!sample.includes("\\N")) return false;
  const lines = sample.split(/\r\n|\n|\r/).filter((line) => line !== "");
  const nulls = lines.flatMap((line) => line.split(delimiter)).filter((cell) => cell === "\\N").length;
  if (nulls === 0 || (nulls === 1 && !/\\[\\ntr\t\n]/.test(sample))) return false;
  if (!isQuoting) return delimiter === "\t" || delimiter === "|";
  return lines.slice(1).filter((line) => line.includes('"')).length >= (lines.length - 1) * 0.6;
}

/** Lines end with \n, with or without \r before it; a file with more lone \r is one of old Macs'. */
function lineEndOf(sample: string): "\n" | "\r" {
  // Every second part between quotes is inside a cell, where old Macs' line ends say nothing of the file.
  const parts = sample.split('"');
  const outside = parts.length % 2 === 1 ? parts.filter((_, at) => at % 2 === 0).join("") : sample;
  const feeds = outside.split("\n").length - 1;
  const lone = (outside.match(/\r(?!\n)/g) ?? []).length;
  return lone > feeds ? "\r" : "\n";
}

/** Single quotes only where there is no double one and every other line has a whole cell in them. */
function quoteOf(sample: string): '"' | "'" {
  if (sample.includes('"')) return '"';
  const lines = sample.split(/\r\n|\n|\r/, recordsSeen).filter((line) => line !== "");
  const quoted = lines.filter((line) => /(?:^|[,;\t|])'[^']*'(?:$|[,;\t|])/.test(line)).length;
  return quoted > lines.length / 2 ? "'" : '"';
}

function recordsOf(sample: string, sampleIsWhole: boolean, manner: Manner): HeadRecord[] {
  const records: HeadRecord[] = [];
  const reader = delimitedReader(manner, {
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
