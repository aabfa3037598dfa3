import { recordCharactersMax } from "./limits.ts";
import { breaksIn, lineAt } from "./physical-line.ts";
import { Unreadable } from "./unreadable.ts";

/**
 * How delimited text is written. `quote` is empty when quotes are letters like any other. `width` is how many cells most records
 * have, when that is known: it decides which of two readings of a stray quote explains the file better.
 */
export type Dialect = { delimiter: string; quote: string; lineEnd: "\n" | "\r"; width: number | null };

export type RecordListener = {
  /** `lineNumber` is the physical line on which the record begins. */
  onRecord(cells: string[], lineNumber: number): void;
  /** The record that begins on this line could be read in more than one way. */
  onDoubt(lineNumber: number, sentence: string): void;
};

export type CsvReader = { write(text: string): void; end(): void; readonly line: number };

/**
 * Splits delimited text into records, cells verbatim. A quote opens a cell only at its beginning and closes it only before a delimiter
 * or a line end; a quote that is never closed, or that would swallow whole records, is taken as a letter, and said.
 */
export function csvReader(dialect: Dialect, listener: RecordListener): CsvReader {
  let rest = "";
  let line = 1;
  /** A record that has not come whole is looked at again only when there is twice as much of it: long ones cost no square of their length. */
  let patience = 0;
  let first: readonly string[] | undefined;
  /** Behind the mark stands a quoted cell, or the first record of the file once more; otherwise the mark is a sign of its cell. */
  const isJoined = (text: string, at: number, isEnd: boolean): boolean | "more" => {
    if (dialect.quote !== "" && text[at] === dialect.quote) return true;
    const record = readRecord(text, at, isEnd, dialect);
    if (record === "more") return "more";
    return record !== "too long" && first !== undefined && first.join("\n") === record.cells.join("\n");
  };
  const take = (isEnd: boolean) => {
    let at = 0;
    patience = 0;
    while (at < rest.length) {
      if (rest.charCodeAt(at) === byteOrderMark) {
        const isJoin = isJoined(rest, at + 1, isEnd);
        if (isJoin === "more") break;
        if (isJoin) {
          listener.onDoubt(line, "A byte-order mark stands in the middle, as when files were joined; it is left out.");
          at++;
        }
      }
      const record = readRecord(rest, at, isEnd, dialect);
      if (record === "more") {
        patience = Math.min(2 * (rest.length - at), recordCharactersMax + 1);
        break;
      }
      if (record === "too long")
        throw new Unreadable(
          `The record that begins on line ${line.toLocaleString("en-GB")} is longer than 16 MB. Perhaps the file has no line ends, or is no table: export it again as CSV.`,
        );
      if (record.doubt) listener.onDoubt(line, record.doubt);
      first ??= record.cells;
      listener.onRecord(record.cells, line);
      line += record.breaks + 1;
      at = record.next;
    }
    rest = rest.slice(at);
  };
  return {
    write(text) {
      rest = rest === "" ? text : rest + text;
      if (rest.length >= patience) take(false);
    },
    end: () => take(true),
    get line() {
      return line;
    },
  };
}

const byteOrderMark = 0xfeff;

type Scanned = { cells: string[]; next: number; breaks: number; doubt?: string };

function readRecord(text: string, at: number, isEnd: boolean, dialect: Dialect): Scanned | "more" | "too long" {
  const { quote, delimiter, width } = dialect;
  const line = lineAt(text, at, isEnd, dialect.lineEnd);
  if (line !== "more") {
    const content = text.slice(at, line.contentEnd);
    if (quote === "" || !content.includes(quote))
      return { cells: content.split(delimiter), next: line.next, breaks: 0 };
  } else return text.length - at > recordCharactersMax ? "too long" : "more";
  const strict = scan(text, at, isEnd, dialect, "strict");
  if (strict === "more") return text.length - at > recordCharactersMax ? literal() : "more";
  if (typeof strict === "object" && (strict.breaks === 0 || width === null || strict.cells.length === width))
    return strict.breaks === 0 ? (spacedOr(strict) ?? strict) : strict;
  const alone = scan(text, at, isEnd, dialect, "one line");
  const fits = typeof alone === "object" && width !== null && alone.cells.length === width;
  if (typeof strict === "object") return fits ? literal() : strict;
  if (strict === "stray" && width !== null) {
    const lenient = scan(text, at, isEnd, dialect, "lenient");
    if (lenient === "more" && !fits && text.length - at <= lenientCharactersMax) return "more";
    if (typeof lenient === "object" && lenient.cells.length === width && (lenient.breaks === 0 || !fits))
      return {
        ...lenient,
        doubt: "Quotation marks inside a quoted cell are not doubled; they are kept as they stand.",
      };
  }
  return literal();

  function literal(): Scanned {
    const read = scan(text, at, isEnd, dialect, "one line");
    if (typeof read !== "object") throw new Error("One line can always be read.");
    return { ...read, doubt: "A quotation mark here closes nothing; it is kept as a letter of its cell." };
  }
  /** `1, "a, b"`: a blank before the quote, where the quoted reading gives as many cells as the others have. */
  function spacedOr(read: Scanned): Scanned | "more" | undefined {
    if (width === null || read.cells.length < width || !read.cells.some((cell) => isSpacedQuote(cell, quote)))
      return undefined;
    const spaced = scan(text, at, isEnd, dialect, "spaced");
    return spaced === "more" || (typeof spaced === "object" && spaced.cells.length === width) ? spaced : undefined;
  }
}

/** A quoted cell whose inner quotes are not doubled is looked through no further than this. */
const lenientCharactersMax = 64 * 1024;

const isSpacedQuote = (cell: string, quote: string): boolean => {
  let at = 0;
  while (cell[at] === " ") at++;
  return at > 0 && cell[at] === quote;
};

/**
 * `strict`: as RFC 4180 has it. `one line`: a cell whose quote does not close on this line is taken as letters. `lenient`: quotes inside a
 * quoted cell need not be doubled. `spaced`: blanks before an opening quote are passed over.
 */
type Way = "strict" | "one line" | "lenient" | "spaced";

function scan(
  text: string,
  at: number,
  isEnd: boolean,
  dialect: Dialect,
  way: Way,
): Scanned | "more" | "stray" | "open" {
  const { delimiter, quote, lineEnd } = dialect;
  const cells: string[] = [];
  let here = lineAt(text, at, isEnd, lineEnd);
  const lineStop = here === "more" ? text.length : here.contentEnd;
  let position = at;
  let breaks = 0;
  for (;;) {
    let start = position;
    if (way === "spaced") while (text[start] === " " && start < lineStop) start++;
    if (text[start] === quote) {
      const cell = quotedCell(text, start, isEnd, dialect, way);
      if (typeof cell === "object" && (way !== "one line" || cell.end <= lineStop)) {
        cells.push(cell.value);
        breaks += breaksIn(text, start, cell.end);
        const after = afterCell(text, cell.end, dialect);
        if (after.isDelimiter) {
          position = cell.end + delimiter.length;
          continue;
        }
        return { cells, next: after.next, breaks };
      }
      if (typeof cell === "string" && way !== "one line") return cell;
    }
    if (here !== "more" && position > here.contentEnd) here = lineAt(text, position, isEnd, lineEnd);
    const stop = here === "more" ? -1 : here.contentEnd;
    const found = text.indexOf(delimiter, position);
    if (found !== -1 && (stop === -1 || found < stop)) {
      cells.push(text.slice(position, found));
      position = found + delimiter.length;
      continue;
    }
    if (here === "more") return "more";
    cells.push(text.slice(position, stop));
    return { cells, next: here.next, breaks };
  }
}

/** A quoted cell from its opening quote; `end` is behind its closing one. */
function quotedCell(
  text: string,
  start: number,
  isEnd: boolean,
  { delimiter, quote, lineEnd }: Dialect,
  way: Way,
): { value: string; end: number } | "more" | "stray" | "open" {
  let value = "";
  let from = start + 1;
  for (let look = from; ; ) {
    const found = text.indexOf(quote, look);
    if (found === -1) return isEnd ? "open" : "more";
    const behind = found + 1;
    if (behind >= text.length) {
      if (!isEnd) return "more";
      return { value: value + text.slice(from, found), end: behind };
    }
    const next = text[behind];
    if (next === quote) {
      value += text.slice(from, behind);
      from = behind + 1;
      look = from;
      continue;
    }
    // Blanks between the closing quote and what ends the cell belong to neither.
    let end = behind;
    while (text[end] === " ") end++;
    const sign = text[end];
    if (!isEnd && end + signsNeeded(sign, delimiter) > text.length) return "more";
    const closes = sign === undefined || sign === lineEnd || (sign === "\r" && (text[end + 1] ?? "\n") === "\n");
    if (closes || text.startsWith(delimiter, end)) return { value: value + text.slice(from, found), end };
    if (way !== "lenient") return "stray";
    if (behind - start > lenientCharactersMax) return "open";
    look = behind;
  }
}

/** How many signs from here on tell whether a cell ends. */
const signsNeeded = (sign: string | undefined, delimiter: string): number => {
  if (sign === "\r") return 2;
  return sign !== undefined && delimiter.startsWith(sign) ? delimiter.length : 1;
};

function afterCell(text: string, end: number, { delimiter, lineEnd }: Dialect): { isDelimiter: boolean; next: number } {
  if (text.startsWith(delimiter, end)) return { isDelimiter: true, next: end };
  if (text[end] === "\r" && text[end + 1] === "\n") return { isDelimiter: false, next: end + 2 };
  return { isDelimiter: false, next: text[end] === lineEnd || text[end] === "\r" ? end + 1 : end };
}
