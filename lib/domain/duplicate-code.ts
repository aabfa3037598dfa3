import type { IssueCode } from "./issue-catalogue.ts";

/** What is told of clients that share their reference, or what a company or a person is known by: only a look at all clients finds it. */
export const duplicateCodeOf = {
  reference: "record.duplicate_reference",
  company: "record.duplicate_company",
  individual: "record.likely_duplicate",
} as const satisfies Record<string, IssueCode>;

export const duplicateCodes: readonly IssueCode[] = Object.values(duplicateCodeOf);
