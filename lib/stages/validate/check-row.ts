import { rowCleaner } from "../../domain/clean-row.ts";
import { displayNameOf, type Entity, type EntityType } from "../../domain/entity.ts";
import type { FoundIssue } from "../../domain/issue.ts";
import { issueCatalogue } from "../../domain/issue-catalogue.ts";
import type { MappingBody } from "../../domain/mapping.ts";
import { issuesOf } from "./rules.ts";

export type CheckedRow = { entity: Entity; displayName: string; issues: readonly FoundIssue[]; isValid: boolean };

const none: ReadonlySet<string> = new Set();

/** Cleans and checks rows with one mapping. `columns` is the number of columns of the file, `today` is `YYYY-MM-DD`. */
export function rowChecker(
  mapping: MappingBody,
  entityType: EntityType,
  columns: number,
  today: string,
): (cells: readonly string[]) => CheckedRow {
  const clean = rowCleaner(mapping, entityType);
  return (cells) => {
    const { entity, cellIssues } = clean(cells);
    const unreadFields = cellIssues.length === 0 ? none : new Set(cellIssues.flatMap((issue) => issue.field ?? []));
    const issues = issuesOf({ entity, cells, columns, unreadFields, today }, cellIssues);
    return {
      entity,
      displayName: displayNameOf(entity),
      issues,
      isValid: issues.every((issue) => issueCatalogue[issue.code].severity !== "error"),
    };
  };
}
