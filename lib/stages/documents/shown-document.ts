import { documentWords } from "../../domain/document.ts";
import { documentFieldOf } from "../../domain/document-field.ts";
import { type IssueCode, issueCatalogue, sentenceOfIssue } from "../../domain/issue-catalogue.ts";

type Told = {
  refusedBecause: string | null;
  issueCode: string | null;
  issueField: string | null;
  issueValue: string | null;
  issueFacts: Record<string, string> | null;
};

/** What is to be known about a document, in a sentence: why it is refused, or the worst issue of its row; null: nothing. */
export function sentenceOfDocument({
  refusedBecause,
  issueCode,
  issueField,
  issueValue,
  issueFacts,
}: Told): string | null {
  if (refusedBecause !== null) return refusedBecause;
  if (issueCode === null || !(issueCode in issueCatalogue)) return null;
  const code = issueCode as IssueCode;
  const fieldLabel = documentFieldOf(issueField ?? "")?.label;
  return sentenceOfIssue({ code, ...(fieldLabel && { fieldLabel }), value: issueValue, facts: issueFacts });
}

/** `PROOF_OF_IDENTITY, PASSPORT` as “Proof of identity, Passport”; what is not said is left out. */
export const paperInWords = (parts: readonly (string | null)[]): string =>
  parts.flatMap((part) => (part ? [documentWords(part)] : [])).join(", ");
