import { oneKindCleaner } from "#lib/domain/clean-row.ts";
import { fieldValueOf as textOf } from "#lib/domain/field-value.ts";
import { sentenceOfIssue } from "#lib/domain/issue-catalogue.ts";
import type { MappingBody } from "#lib/domain/mapping.ts";
import { targetOf } from "#lib/domain/targets.ts";
import { type Catalogue, fieldOfTarget, kindOfTarget } from "./catalogue.ts";
import { type Answer, type Constant, isUnchosen, needsDateFormat } from "./mapping-draft.ts";

/** What becomes of one cell: a value as Passfort will get it, nothing, or the sentence of the issue it makes. */
export type CleanedSample = { kind: "value"; text: string } | { kind: "blank" } | { kind: "issue"; sentence: string };

/** Undefined where nothing would be sent or the steps are not complete yet. The same code cleans the rows on the server. */
export function cleanedSample(sample: string, answer: Answer, catalogue: Catalogue): CleanedSample | undefined {
  if (answer.kind !== "mapped" || needsDateFormat(answer, catalogue)) return undefined;
  const { of, field } = targetOf(answer.field);
  const assignment = { column: 0, ...(of === undefined ? {} : { of }), field, transforms: answer.transforms };
  return cleaned([sample], { assignments: [assignment], constants: [] }, answer.field, catalogue);
}

/** The same for a value that every row gets. */
export function cleanedConstant(constant: Constant, catalogue: Catalogue): CleanedSample | undefined {
  const { field: key, value } = constant;
  if (isUnchosen(constant) || value.trim() === "") return undefined;
  const { of, field } = targetOf(key);
  const constants = [{ ...(of === undefined ? {} : { of }), field, value }];
  return cleaned([], { assignments: [], constants }, key, catalogue);
}

function cleaned(cells: string[], mapping: MappingBody, key: string, catalogue: Catalogue): CleanedSample {
  const { of, field } = targetOf(key);
  const { entity, apart, cellIssues } = oneKindCleaner(mapping, kindOfTarget(catalogue, key), of)(cells);
  const [issue] = cellIssues;
  if (issue)
    return { kind: "issue", sentence: sentenceOfIssue({ ...issue, fieldLabel: fieldOfTarget(catalogue, key)?.label }) };
  const text = apart?.[field] ?? textOf(entity, field);
  return text === undefined ? { kind: "blank" } : { kind: "value", text };
}
