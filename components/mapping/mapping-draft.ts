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
  | { kind: "mapped"; field: string; transforms: Transform[]; also?: Target[] };
/** Another field that the same column feeds. */
export type Target = { field: string; transforms: Transform[] };
export type Constant = { field: string; value: string };
/** The mapping on screen; `answers` are in column order. */
export type Draft = { answers: Answer[]; constants: Constant[] } & Pick<MappingBody, "rules" | "kindBy">;

/** The newest saved version; before the first save, the suggestions. */
export function draftOf(mapping: MappingReply): Draft {
  if (mapping.current) return draftOfBody(mapping, mapping.current.body);
  return { answers: mapping.columns.map(suggestedAnswer), constants: [] };
}

export function draftOfBody(mapping: Pick<MappingReply, "columns">, body: MappingBody): Draft {
  const { assignments, ...rest } = body;
  const byColumn = Map.groupBy(assignments, (assignment) => assignment.column);
  return { ...rest, answers: mapping.columns.map(({ index }) => answerOf(byColumn.get(index) ?? [])) };
}

function answerOf(assignments: readonly Assignment[]): Answer {
  const [first, ...others] = assignments.flatMap(({ field, transforms }): Target[] =>
    field === null ? [] : [{ field, transforms }],
  );
  if (!first) return { kind: assignments.length > 0 ? "ignored" : "open" };
  return { kind: "mapped", ...first, ...(others.length > 0 ? { also: others } : {}) };
}

export function suggestedAnswer({ suggestion, ignoreReason }: MappedColumn): Answer {
  if (suggestion) return { kind: "mapped", field: suggestion.field, transforms: suggestion.transforms };
  return { kind: ignoreReason === undefined ? "open" : "ignored" };
}

/** The draft as it is saved; open columns are left out. */
export function bodyOf(draft: Draft): MappingBody {
  const { answers: _, ...rest } = draft;
  return {
    ...rest,
    constants: draft.constants.filter(({ field, value }) => field !== "" && value.trim() !== ""),
    assignments: draft.answers.flatMap((answer, column): Assignment[] => {
      if (answer.kind === "open") return [];
      return answer.kind === "ignored"
        ? [{ column, field: null, transforms: [] }]
        : [answer, ...(answer.also ?? [])].map(({ field, transforms }) => ({ column, field, transforms }));
    }),
  };
}

/** The answer for a field that was just chosen: the suggested steps where they fit, a plain beginning elsewhere. */
export function answerFor(field: Field, column: MappedColumn): Answer {
  const suggested = column.suggestion?.field === field.key ? column.suggestion.transforms : null;
  const own: Transform[] = field.kind === "country" ? [{ kind: "country" }] : [];
  return { kind: "mapped", field: field.key, transforms: suggested ?? [{ kind: "trim" }, ...own] };
}

/** Fields that cannot be chosen again, each with what has taken it. */
export function takenFields(draft: Draft, columns: readonly MappedColumn[]): Map<string, string> {
  const taken = new Map<string, string>();
  draft.answers.forEach((answer, index) => {
    if (answer.kind !== "mapped") return;
    for (const { field } of [answer, ...(answer.also ?? [])])
      if (!fieldsOfManyColumns.includes(field)) taken.set(field, `“${columns[index]?.name ?? index + 1}”`);
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
    [answer, ...(answer.also ?? [])].some(
      ({ field, transforms }) =>
        fieldOf(entityType, field)?.kind === "date" && !transforms.some((step) => step.kind === "date"),
    )
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
