import { parse } from "csv-parse/sync";
import { csvSettings, type Delimiter, delimiters, lineEndsOf } from "./csv-settings.ts";

const recordsSeen = 500;

/** The delimiter that gives most records as many cells as the header, and the header the most cells; a comma when none divides anything. */
export function guessDelimiter(sample: string, sampleIsWhole: boolean): Delimiter {
  const scores = delimiters.map((delimiter) => ({
    delimiter,
    score: scoreOf(recordsOf(sample, sampleIsWhole, delimiter)),
  }));
  const best = scores.reduce((first, second) => (second.score > first.score ? second : first));
  return best.score > 0 ? best.delimiter : ",";
}

function recordsOf(sample: string, sampleIsWhole: boolean, delimiter: Delimiter): string[][] {
  const records: string[][] = [];
  const keep = (record: string[]) => {
    if (record.length > 1 || record[0] !== "") records.push(record);
    return null;
  };
  try {
    parse(sample, { ...csvSettings(delimiter, lineEndsOf(sample)), on_record: keep, to: recordsSeen });
  } catch {
    // A sample may end inside a quoted cell; the records before it are as good as any.
    return records;
  }
  // The last record of a part of a file is cut somewhere.
  return sampleIsWhole || records.length < 2 || records.length >= recordsSeen ? records : records.slice(0, -1);
}

function scoreOf(records: string[][]): number {
  const columns = records[0]?.length ?? 0;
  if (columns < 2) return 0;
  const alike = records.filter((record) => record.length === columns).length / records.length;
  return alike * Math.log2(columns + 1);
}
