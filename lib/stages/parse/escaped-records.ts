import type { CsvReader, Dialect, RecordListener } from "./csv-records.ts";
import { recordCharactersMax } from "./limits.ts";
import { Unreadable } from "./unreadable.ts";

/** What a backslash and this letter stand for where nothing is quoted, as PostgreSQL and MySQL write their tables. */
const letters: Partial<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v" };

/**
 * Splits text in which a backslash takes the meaning from the sign behind it: a quote, a delimiter, a line end, a backslash. A cell that
 * is `\N` alone was NULL and is empty.
 */
export function escapedReader({ delimiter, quote, lineEnd }: Dialect, listener: RecordListener): CsvReader {
  let rest = "";
  let line = 1;
  let begunOn = 1;
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  let isNull = false;
  let isBegun = false;
  let recordCharacters = 0;

  const closeCell = () => {
    if (isNull) cell = cell === "N" ? "" : `\\${cell}`;
    cells.push(cell);
    cell = "";
    isNull = false;
  };
  const closeRecord = () => {
    closeCell();
    listener.onRecord(cells, begunOn);
    cells = [];
    isBegun = false;
    recordCharacters = 0;
    begunOn = line;
  };
  const meaningOf = (sign: string): string => {
    if (sign === "\\" || sign === quote || delimiter.startsWith(sign) || sign === "\n" || sign === "\r") return sign;
    return (quote === "" ? letters[sign] : undefined) ?? `\\${sign}`;
  };
  const take = (isEnd: boolean) => {
    const lookahead = Math.max(2, delimiter.length);
    let at = 0;
    while (at < rest.length && (isEnd || at + lookahead <= rest.length)) {
      const sign = rest[at] ?? "";
      recordCharacters++;
      if (sign === "\\" && at + 1 < rest.length) {
        const next = rest[at + 1] ?? "";
        if (next === "\n") line++;
        if (next === "N" && cell === "" && !isQuoted) isNull = true;
        cell += next === "N" && isNull && cell === "" ? "N" : meaningOf(next);
        isBegun = true;
        at += 2;
      } else if (isQuoted) {
        if (sign === "\n") line++;
        if (sign !== quote) cell += sign;
        else if (rest[at + 1] === quote) {
          cell += quote;
          at++;
        } else isQuoted = false;
        at++;
      } else if (quote !== "" && sign === quote && cell === "" && !isNull) {
        isQuoted = true;
        isBegun = true;
        at++;
      } else if (rest.startsWith(delimiter, at)) {
        closeCell();
        isBegun = true;
        at += delimiter.length;
      } else if (sign === lineEnd || (sign === "\r" && rest[at + 1] === "\n")) {
        at += sign === "\r" && rest[at + 1] === "\n" ? 2 : 1;
        line++;
        closeRecord();
      } else {
        cell += sign;
        isBegun = true;
        at++;
      }
      if (recordCharacters > recordCharactersMax)
        throw new Unreadable(
          `The record that begins on line ${begunOn.toLocaleString("en-GB")} is longer than 16 MB; often a quotation mark there is never closed. Export the file again.`,
        );
    }
    rest = rest.slice(at);
    if (isEnd && (isBegun || cells.length > 0)) closeRecord();
  };
  return {
    write(text) {
      rest = rest === "" ? text : rest + text;
      take(false);
    },
    end: () => take(true),
    get line() {
      return begunOn;
    },
  };
}
