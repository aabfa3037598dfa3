import type { Field } from "../../domain/field-shape.ts";
import { fieldValueOf } from "../../domain/field-value.ts";
import { sentenceOfIssue } from "../../domain/issue-catalogue.ts";
import type { CheckedRecord } from "./check-row.ts";

/** Why a corrected text cannot be what its field needs, as a sentence; undefined when it was taken. */
export function unreadBecause({ entity, issues }: CheckedRecord, field: Field, text: string): string | undefined {
  if (text.trim() === "" || fieldValueOf(entity, field.key) !== undefined) return undefined;
  const issue = issues.find((each) => each.field === field.key);
  if (!issue) return `${field.label} “${text}” cannot be read.`;
  return sentenceOfIssue({ code: issue.code, fieldLabel: field.label, value: text, facts: issue.facts ?? null });
}
