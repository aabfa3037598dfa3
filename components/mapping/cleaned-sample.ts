import { cleanRow } from "#lib/domain/clean-row.ts";
import type { EntityType } from "#lib/domain/entity.ts";
import { fieldOf } from "#lib/domain/field.ts";
import { fieldValueOf as textOf } from "#lib/domain/field-value.ts";
import { sentenceOfIssue } from "#lib/domain/issue-catalogue.ts";
import type { MappingBody } from "#lib/domain/mapping.ts";
import { type Answer, needsDateFormat } from "./mapping-draft.ts";

/** What becomes of one cell: a value as Passfort will get it, nothing, or the sentence of the issue it makes. */
export type CleanedSample = { kind: "value"; text: string } | { kind: "blank" } | { kind: "issue"; sentence: string };

/** Undefined where nothing would be sent or the steps are not complete yet. The same code cleans the rows on the server. */
export function cleanedSample(sample: string, answer: Answer, entityType: EntityType): CleanedSample | undefined {
  if (answer.kind !== "mapped" || needsDateFormat(answer, entityType)) return undefined;
  return cleaned(
    [sample],
    { assignments: [{ column: 0, field: answer.field, transforms: answer.transforms }], constants: [] },
    answer.field,
    entityType,
  );
}

/** The same for a value that every row gets. */
export function cleanedConstant(field: string, value: string, entityType: EntityType): CleanedSample | undefined {
  if (field === "" || value.trim() === "") return undefined;
  return cleaned([], { assignments: [], constants: [{ field, value }] }, field, entityType);
}

function cleaned(cells: string[], mapping: MappingBody, field: string, entityType: EntityType): CleanedSample {
  const { entity, cellIssues } = cleanRow(cells, mapping, entityType);
  const [issue] = cellIssues;
  if (issue)
    return { kind: "issue", sentence: sentenceOfIssue({ ...issue, fieldLabel: fieldOf(entityType, field)?.label }) };
  const text = textOf(entity, field);
  return text === undefined ? { kind: "blank" } : { kind: "value", text };
}
