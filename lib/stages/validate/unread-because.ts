import { linkValueOf } from "../../domain/clean-family.ts";
import { documentTexts } from "../../domain/document.ts";
import type { Field } from "../../domain/field-shape.ts";
import { fieldValueOf } from "../../domain/field-value.ts";
import { sentenceOfIssue } from "../../domain/issue-catalogue.ts";
import type { CheckedRecord } from "./check-row.ts";

/** Why a corrected text cannot be what its field needs, as a sentence; undefined when it was taken. */
export function unreadBecause(
  { entity, link, document, issues }: CheckedRecord,
  field: Field,
  text: string,
): string | undefined {
  const value =
    (link && linkValueOf(link, field.key)) ??
    (document && documentTexts(document)[field.key]) ??
    fieldValueOf(entity, field.key);
  if (text.trim() === "" || value !== undefined) return undefined;
  const issue = issues.find((each) => each.field === field.key);
  // The formats that were tried are ours and the column's; a person wants to know one that works.
  if (issue?.code === "field.date_format")
    return `${field.label} “${text}” cannot be read as a day without doubt. Write it like 1980-04-13 or 13 April 1980.`;
  if (!issue) return `${field.label} “${text}” cannot be read.`;
  return sentenceOfIssue({ code: issue.code, fieldLabel: field.label, value: text, facts: issue.facts ?? null });
}
