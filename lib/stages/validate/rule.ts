import type { SourceLink } from "../../domain/clean-family.ts";
import type { SourceDocument } from "../../domain/document.ts";
import type { Entity } from "../../domain/entity.ts";
import type { FoundIssue } from "../../domain/issue.ts";
import type { IssueCode } from "../../domain/issue-catalogue.ts";
import type { RecordRole } from "../../domain/record-role.ts";

/** What a rule may look at: one record, and the calendar. */
export type RuleInput = {
  entity: Entity;
  role: RecordRole;
  /** 0: the row's own record. */
  slot: number;
  /** The place in a company that comes with the record. */
  link: SourceLink | null;
  /** What the row of a manifest says. */
  document: SourceDocument | null;
  cells: readonly string[];
  /** Number of columns of the file. */
  columns: number;
  /** Keys of fields whose value could not be read; that is told already, so they are not missing. */
  unreadFields: ReadonlySet<string>;
  /** `YYYY-MM-DD`. */
  today: string;
};

/** One thing that can be wrong with a record by itself. Rules about several records are set-based (lib/store/refresh-duplicates.ts). */
export type Rule = { codes: readonly IssueCode[]; check(input: RuleInput): readonly FoundIssue[] };

/** What nearly every rule says of nearly every row; one for all, because a million rows are asked. */
export const nothingFound: readonly FoundIssue[] = [];
