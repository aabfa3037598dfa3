import { documentIssues } from "./document-issues.ts";
import { fieldIssues } from "./field-issues.ts";
import { linkIssues } from "./link-issues.ts";
import { passfortIssues } from "./passfort-issues.ts";
import { recordIssues } from "./record-issues.ts";

/** The catalogue of what can be wrong with a record (product §3). Codes are stable. */
export const issueCatalogue = {
  ...fieldIssues,
  ...recordIssues,
  ...linkIssues,
  ...documentIssues,
  ...passfortIssues,
};

export type IssueCode = keyof typeof issueCatalogue;
export const issueCodes = Object.keys(issueCatalogue) as IssueCode[];

/** The sentence of an issue: the template of its code with field, value and facts filled in. */
export function sentenceOfIssue(issue: {
  code: IssueCode;
  fieldLabel?: string;
  value?: string | null;
  facts?: Record<string, string> | null;
}): string {
  const words: Record<string, string> = {
    ...issue.facts,
    field: issue.fieldLabel ?? "The value",
    value: issue.value ?? "",
  };
  return issueCatalogue[issue.code].template.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? "?");
}
