import type { FoundIssue } from "../../../domain/issue.ts";
import { nothingFound, type Rule, type RuleInput } from "../rule.ts";

/** Empty cells behind the last column are a habit of spreadsheets and shift nothing. */
export const raggedRow = {
  codes: ["row.ragged"],
  check({ cells, columns }: Pick<RuleInput, "cells" | "columns">): readonly FoundIssue[] {
    if (cells.length === columns) return nothingFound;
    if (cells.length > columns && cells.slice(columns).every((cell) => cell === "")) return nothingFound;
    return [{ code: "row.ragged", facts: { cells: String(cells.length), columns: String(columns) } }];
  },
} satisfies Rule;
