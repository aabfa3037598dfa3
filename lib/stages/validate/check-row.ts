import { type CleanedRecord, familyCleaner, type SourceLink } from "../../domain/clean-family.ts";
import type { CorrectionsOfRow } from "../../domain/correction.ts";
import type { SourceDocument } from "../../domain/document.ts";
import { displayNameOf, type Entity } from "../../domain/entity.ts";
import type { MappedFile } from "../../domain/file-kind.ts";
import type { FoundIssue } from "../../domain/issue.ts";
import { issueCatalogue } from "../../domain/issue-catalogue.ts";
import type { MappingBody } from "../../domain/mapping.ts";
import type { RecordRole } from "../../domain/record-role.ts";
import { raggedRow } from "./rules/ragged-row.ts";
import { issuesOf } from "./rules.ts";

export type CheckedRecord = {
  slot: number;
  role: RecordRole;
  entity: Entity;
  displayName: string;
  issues: readonly FoundIssue[];
  isValid: boolean;
  link: SourceLink | null;
  document: SourceDocument | null;
};

const none: ReadonlySet<string> = new Set();

/** Cleans and checks rows with one mapping: every record of a row. `columns` is the number of columns of the file, `today` is `YYYY-MM-DD`. */
export function rowChecker(
  mapping: MappingBody,
  file: MappedFile,
  columns: number,
  today: string,
): (cells: readonly string[], corrections?: CorrectionsOfRow) => CheckedRecord[] {
  const clean = familyCleaner(mapping, file);
  const checked = (
    cells: readonly string[],
    { entity, cellIssues, slot, role, source: link, document }: CleanedRecord,
  ) => {
    const unreadFields = cellIssues.length === 0 ? none : new Set(cellIssues.flatMap((issue) => issue.field ?? []));
    const issues = issuesOf({ entity, role, slot, link, document, cells, columns, unreadFields, today }, cellIssues);
    return {
      slot,
      role,
      entity,
      displayName: displayNameOf(entity),
      issues,
      isValid: issues.every((issue) => issueCatalogue[issue.code].severity !== "error"),
      link,
      document,
    };
  };
  return (cells, corrections) => {
    const records = clean(cells, corrections);
    // A shifted cell makes associates of what is none; they come when the row was put right.
    const isShifted = records.length > 1 && raggedRow.check({ cells, columns }).length > 0;
    return (isShifted ? records.slice(0, 1) : records).map((record) => checked(cells, record));
  };
}
