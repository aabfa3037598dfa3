import type { IssueCode } from "./issue-catalogue.ts";

/** Something wrong with data, addressed to a person. `value` is what the source says, verbatim; `facts` fill the template. */
export type FoundIssue = { code: IssueCode; field?: string; value?: string; facts?: Record<string, string> };
