import type { RecordRole } from "../../domain/record-role.ts";

/** The columns of an error report, in order. */
export const errorColumns = [
  "reference",
  "file",
  "row",
  "line",
  "record",
  "associate",
  "status",
  "field",
  "code",
  "sentence",
  "how_to_fix",
  "attempts",
  "first_error_utc",
  "last_error_utc",
] as const;

export type ErrorLine = {
  reference: string;
  file: string;
  row: number;
  line: number | null;
  record: RecordRole;
  /** Which associate of the row; 0: the row's own record. */
  associate: number;
  /** A part of the counting identity. */
  status: string;
  field: string;
  code: string;
  sentence: string;
  howToFix: string;
  attempts: number;
  firstErrorAt: Date | null;
  lastErrorAt: Date | null;
};

export function cellsOf(line: ErrorLine): string[] {
  const instant = (at: Date | null) => at?.toISOString() ?? "";
  return [
    line.reference,
    line.file,
    String(line.row),
    line.line === null ? "" : String(line.line),
    line.record,
    line.associate === 0 ? "" : String(line.associate),
    line.status,
    line.field,
    line.code,
    line.sentence,
    line.howToFix,
    String(line.attempts),
    instant(line.firstErrorAt),
    instant(line.lastErrorAt),
  ];
}
