import { countOf } from "#components/chunks/number-words.ts";
import { plainNumber } from "#components/ui/count-identity.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { listFiles } from "#lib/contracts/files.ts";
import type { SourceFileStatus } from "#lib/domain/source-file.ts";

export type ListedFile = ReplyOf<typeof listFiles>["files"][number];

type FileLook = { sentenceOf: (file: ListedFile) => string; isUnderWay: boolean; hasRows: boolean; needsHelp?: true };

/** What each status of a file says, whether it will change by itself, whether there are rows to look at, and whether a person is stuck. */
export const fileLooks: Record<SourceFileStatus, FileLook> = {
  uploaded: { sentenceOf: () => "Stored whole. A worker will read it in a moment.", isUnderWay: true, hasRows: false },
  parsing: {
    // It is read again by itself; until then, what hinders it.
    sentenceOf: (file) =>
      file.unreadableReason ??
      `Reading: ${rows(file.parsedRows)} so far (${Math.round(file.progress * 100)} %).${paceWords(file, Date.now())}`,
    isUnderWay: true,
    hasRows: false,
  },
  parsed: {
    sentenceOf: (file) =>
      `${rows(file.rowCount ?? file.parsedRows)} in ${countOf(file.columns.length, "column")}, kept as ${(file.rowCount ?? file.parsedRows) === 1 ? "it was" : "they were"} written.`,
    isUnderWay: false,
    hasRows: true,
  },
  unreadable: {
    sentenceOf: (file) => file.unreadableReason ?? "It is not a table the panel can read.",
    isUnderWay: false,
    hasRows: false,
    needsHelp: true,
  },
  withdrawn: {
    sentenceOf: () => "Taken out of the migration. Its rows are not counted.",
    isUnderWay: false,
    hasRows: false,
  },
};

/** ` 41,000 rows a second, about 20 s left.`; empty in the first second, when nothing can be said. */
export function paceWords(file: Pick<ListedFile, "parsingSince" | "parsedRows" | "progress">, nowMs: number): string {
  if (file.parsingSince === null) return "";
  const seconds = (nowMs - Date.parse(file.parsingSince)) / 1000;
  if (seconds < 1 || file.parsedRows === 0 || file.progress <= 0) return "";
  const left = Math.ceil((seconds / file.progress) * (1 - file.progress));
  return ` ${plainNumber(Math.round(file.parsedRows / seconds))} rows a second, about ${left < 90 ? `${left} s` : `${Math.ceil(left / 60)} min`} left.`;
}

const delimiterNames: Partial<Record<string, string>> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" };

/** `UTF-8, comma`: how the file was read; empty before it was. */
export function formatWords(file: ListedFile): string {
  const delimiter =
    file.delimiter === null ? null : `separated by ${delimiterNames[file.delimiter] ?? `“${file.delimiter}”`}`;
  if (file.format === "workbook") return "Excel workbook";
  if (file.format === "json") return `${file.encoding}, JSON`;
  return [file.encoding, delimiter].filter((part) => part !== null).join(", ");
}

/** What the checking of a file's rows does, as a sentence; null when it was not begun. */
export function checkWords(file: ListedFile): string | null {
  if (file.checkFailure) return `Checking stopped: ${file.checkFailure}`;
  if (file.checkingVersion !== null)
    return `Checking with mapping version ${file.checkingVersion}: ${rows(file.checkedRows)} of ${plainNumber(file.rowCount ?? 0)}.`;
  if (file.checkedVersion !== null) return `Checked with mapping version ${file.checkedVersion}.`;
  return file.mappingVersion === null ? null : `Mapped (version ${file.mappingVersion}), not checked yet.`;
}

/** Whether anything about the file will change without a person. */
export const isUnderWay = (file: ListedFile): boolean =>
  fileLooks[file.status].isUnderWay || (file.checkingVersion !== null && !file.checkFailure);

const rows = (n: number): string => (n === 1 ? "1 row" : `${plainNumber(n)} rows`);
