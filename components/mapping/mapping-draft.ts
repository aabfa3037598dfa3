import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { readMapping } from "#lib/contracts/mapping.ts";
import type { EntityType } from "#lib/domain/entity.ts";
import { type Field, fieldOf, fieldsByEntityType } from "#lib/domain/field.ts";
import { type Assignment, fieldsOfManyColumns, type MappingBody, type Transform } from "#lib/domain/mapping.ts";

export type MappingReply = ReplyOf<typeof readMapping>;
export type MappedColumn = MappingReply["columns"][number];

/** What a person said about a column. `open`: nothing yet. */
export type Answer =
  | { kind: "open" }
  | { kind: "ignored" }
  | { kind: "mapped"; field: string; transforms: Transform[] };
export type Constant = { field: string; value: string };
/** The mapping on screen; `answers` are in column order. */
export type Draft = { answers: Answer[]; constants: Constant[] };

/** The newest saved version; before the first save, the suggestions. */
export function draftOf(mapping: MappingReply): Draft {
  if (!mapping.current) return { answers: mapping.columns.map(suggestedAnswer), constants: [] };
  const { assignments, constants } = mapping.current.body;
  const byColumn = new Map(assignments.map((assignment) => [assignment.column, assignment]));
  return {
    constants,
    answers: mapping.columns.map(({ index }): Answer => {
      const assignment = byColumn.get(index);
      if (!assignment) return { kind: "open" };
      return assignment.field === null
        ? { kind: "ignored" }
        : { kind: "mapped", field: assignment.field, transforms: assignment.transforms };
    }),
  };
}

export const suggestedAnswer = ({ suggestion }: MappedColumn): Answer =>
  suggestion ? { kind: "mapped", field: suggestion.field, transforms: suggestion.transforms } : { kind: "open" };

/** The draft as it is saved; open columns are left out. */
export function bodyOf(draft: Draft): MappingBody {
  return {
    constants: draft.constants.filter(({ field, value }) => field !== "" && value.trim() !== ""),
    assignments: draft.answers.flatMap((answer, column): Assignment[] => {
      if (answer.kind === "open") return [];
      return answer.kind === "ignored"
        ? [{ column, field: null, transforms: [] }]
        : [{ column, field: answer.field, transforms: answer.transforms }];
    }),
  };
}

/** The answer for a field that was just chosen: the suggested steps where they fit, a plain beginning elsewhere. */
export function answerFor(field: Field, column: MappedColumn): Answer {
  const suggested = column.suggestion?.field === field.key ? column.suggestion.transforms : null;
  const country: Transform[] = field.kind === "country" ? [{ kind: "country" }] : [];
  return { kind: "mapped", field: field.key, transforms: suggested ?? [{ kind: "trim" }, ...country] };
}

/** Fields that cannot be chosen again, each with what has taken it. */
export function takenFields(draft: Draft, columns: readonly MappedColumn[]): Map<string, string> {
  const taken = new Map<string, string>();
  draft.answers.forEach((answer, index) => {
    if (answer.kind === "mapped" && !fieldsOfManyColumns.includes(answer.field))
      taken.set(answer.field, `“${columns[index]?.name ?? index + 1}”`);
  });
  for (const { field } of draft.constants) if (field !== "") taken.set(field, "the same value for every row");
  return taken;
}

export const openCount = (draft: Draft): number => draft.answers.filter((answer) => answer.kind === "open").length;

export const ignoreOpen = (draft: Draft): Draft => ({
  ...draft,
  answers: draft.answers.map((answer) => (answer.kind === "open" ? { kind: "ignored" } : answer)),
});

/** A mapped date without a format: a person must say how it is written. */
export function needsDateFormat(answer: Answer, entityType: EntityType): boolean {
  return (
    answer.kind === "mapped" &&
    fieldOf(entityType, answer.field)?.kind === "date" &&
    !answer.transforms.some((step) => step.kind === "date")
  );
}

export type Coverage = { field: Field; isCovered: boolean };

/** Required fields, and whether a column or a constant covers each; `full`: those that only full onboarding needs besides. */
export function coverageOf(draft: Draft, entityType: EntityType): { always: Coverage[]; full: Coverage[] } {
  const body = bodyOf(draft);
  const covered = new Set([
    ...body.assignments.map((assignment) => assignment.field),
    ...body.constants.map((constant) => constant.field),
  ]);
  const needed = (required: Field["required"]) =>
    fieldsByEntityType[entityType]
      .filter((field) => field.required === required)
      .map((field) => ({ field, isCovered: covered.has(field.key) }));
  return { always: needed("always"), full: needed("full_onboarding") };
}
