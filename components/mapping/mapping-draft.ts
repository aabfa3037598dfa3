import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { readMapping } from "#lib/contracts/mapping.ts";
import type { Field } from "#lib/domain/field-shape.ts";
import {
  type Assignment,
  joinsByNature,
  type MappedConstant,
  type MappingBody,
  type Transform,
} from "#lib/domain/mapping.ts";
import { targetKey, targetOf } from "#lib/domain/targets.ts";
import { type Catalogue, fieldOfTarget } from "./catalogue.ts";

export type MappingReply = ReplyOf<typeof readMapping>;
export type MappedColumn = MappingReply["columns"][number];

export type Suggestion = NonNullable<MappedColumn["suggestion"]>;

/** What a person said about a column. `open`: nothing yet. `field` is a choice: whose field, and which (lib/domain/targets.ts). */
export type Answer = { kind: "open" } | { kind: "ignored" } | (Target & { kind: "mapped"; also?: Target[] });
/** A field that a column feeds; `label` stands before the value in a note. */
export type Target = { field: string; transforms: Transform[]; label?: string };
/** A value that a field has everywhere. `field` is a choice, like that of an answer; without a field nothing was chosen yet. */
export type Constant = { field: string; value: string };
export const isUnchosen = ({ field }: Constant): boolean => targetOf(field).field === "";
/** The mapping on screen; `answers` are in column order. */
export type Draft = { answers: Answer[]; constants: Constant[] } & Pick<MappingBody, "rules" | "kindBy" | "associates">;

/** The newest saved version; before the first save, the suggestions. */
export function draftOf(mapping: MappingReply): Draft {
  if (mapping.current) return draftOfBody(mapping, mapping.current.body);
  return {
    answers: mapping.columns.map(suggestedAnswer),
    constants: [],
    ...(mapping.associates.length > 0 && hasCompanies(mapping) ? { associates: proposedAssociates(mapping) } : {}),
  };
}

export function draftOfBody(mapping: Pick<MappingReply, "columns">, body: MappingBody): Draft {
  const { assignments, constants, ...rest } = body;
  const byColumn = Map.groupBy(assignments, (assignment) => assignment.column);
  return {
    ...rest,
    constants: constants.map(({ of, field, value }) => ({ field: targetKey(of, field), value })),
    answers: mapping.columns.map(({ index }) => answerOf(byColumn.get(index) ?? [])),
  };
}

/** The associates that the headers speak of, as a mapping has them. */
export const proposedAssociates = (mapping: MappingReply): NonNullable<MappingBody["associates"]> =>
  mapping.associates.map(({ of, label, entityType, list }) => ({ of, label, entityType, list }));

const hasCompanies = ({ kind, entityType }: MappingReply): boolean => kind === "mixed" || entityType === "company";

function answerOf(assignments: readonly Assignment[]): Answer {
  const [first, ...others] = assignments.flatMap(({ of, field, transforms, label }): Target[] =>
    field === null ? [] : [{ field: targetKey(of, field), transforms, ...(label === undefined ? {} : { label }) }],
  );
  if (!first) return { kind: assignments.length > 0 ? "ignored" : "open" };
  return { kind: "mapped", ...first, ...(others.length > 0 ? { also: others } : {}) };
}

export function suggestedAnswer({ suggestion, ignoreReason }: MappedColumn): Answer {
  return !suggestion && ignoreReason !== undefined ? { kind: "ignored" } : answerOfSuggestion(suggestion);
}

export function answerOfSuggestion(suggestion: Suggestion | null | undefined): Answer {
  if (!suggestion) return { kind: "open" };
  const [first, ...others] = [suggestion, ...(suggestion.also ?? [])].map(({ of, field, transforms }) => ({
    field: targetKey(of, field),
    transforms,
  }));
  return first ? { kind: "mapped", ...first, ...(others.length > 0 ? { also: others } : {}) } : { kind: "open" };
}

/** The draft as it is saved; open columns are left out. */
export function bodyOf(draft: Draft): MappingBody {
  const { answers: _, ...rest } = draft;
  return {
    ...rest,
    constants: draft.constants.flatMap((constant): MappedConstant[] => {
      if (isUnchosen(constant) || constant.value.trim() === "") return [];
      const { of, field } = targetOf(constant.field);
      return [{ ...(of === undefined ? {} : { of }), field, value: constant.value }];
    }),
    assignments: draft.answers.flatMap((answer, column): Assignment[] => {
      if (answer.kind === "open") return [];
      return answer.kind === "ignored"
        ? [{ column, field: null, transforms: [] }]
        : [answer, ...(answer.also ?? [])].map(({ field: key, transforms, label }) => {
            const { of, field } = targetOf(key);
            const whose = of === undefined ? {} : { of };
            return { column, ...whose, field, transforms, ...(label === undefined ? {} : { label }) };
          });
    }),
  };
}

/** The answer for a field that was just chosen: the suggested steps where they fit, a plain beginning elsewhere. */
export function answerFor(key: string, field: Field, column: MappedColumn): Extract<Answer, { kind: "mapped" }> {
  const { suggestion } = column;
  const isSuggested = suggestion && targetKey(suggestion.of, suggestion.field) === key;
  const suggested = isSuggested ? suggestion.transforms : null;
  const own: Transform[] = field.kind === "country" ? [{ kind: "country" }] : [];
  return {
    kind: "mapped",
    field: key,
    transforms: suggested ?? [{ kind: "trim" }, ...own],
    ...(field.kind === "note" ? { label: column.name.slice(0, 100) } : {}),
  };
}

/** A full name in one cell: its parts feed both names, and what is not certain is looked at in the review. */
export const fullNameAnswer = (of?: number): Extract<Answer, { kind: "mapped" }> => {
  const part = (name: "given" | "family"): Transform[] => [
    { kind: "trim" },
    { kind: "name_part", part: name, order: "given_first" },
  ];
  return {
    kind: "mapped",
    field: targetKey(of, "givenNames"),
    transforms: part("given"),
    also: [{ field: targetKey(of, "familyName"), transforms: part("family") }],
  };
};

/** What has a field already, and whether another column may feed it as well, by a rule. */
export type Taker = { by: string; mayJoin: boolean };

/** Fields that have a source and are no lists by nature, each with what has taken it. */
export function takenFields(draft: Draft, columns: readonly MappedColumn[]): Map<string, Taker> {
  const taken = new Map<string, Taker>();
  draft.answers.forEach((answer, index) => {
    if (answer.kind !== "mapped") return;
    for (const { field: key } of [answer, ...(answer.also ?? [])]) {
      const { of, field } = targetOf(key);
      // Rules are the row's own: an associate's field comes from one column.
      if (!joinsByNature(field))
        taken.set(key, { by: `“${columns[index]?.name ?? index + 1}”`, mayJoin: of === undefined });
    }
  });
  for (const constant of draft.constants)
    if (!isUnchosen(constant)) taken.set(constant.field, { by: "the same value for every row", mayJoin: false });
  return taken;
}

export const openCount = (draft: Draft): number => draft.answers.filter((answer) => answer.kind === "open").length;

export const ignoreOpen = (draft: Draft): Draft => ({
  ...draft,
  answers: draft.answers.map((answer) => (answer.kind === "open" ? { kind: "ignored" } : answer)),
});

/** A mapped date without a format: a person must say how it is written. */
export function needsDateFormat(answer: Answer, catalogue: Catalogue): boolean {
  return (
    answer.kind === "mapped" &&
    [answer, ...(answer.also ?? [])].some(
      ({ field, transforms }) =>
        fieldOfTarget(catalogue, field)?.kind === "date" && !transforms.some((step) => step.kind === "date"),
    )
  );
}

export type Coverage = { field: Field; isCovered: boolean };
type Coverages = { always: Coverage[]; full: Coverage[]; associates: { label: string; missing: Field[] }[] };

/**
 * Required fields of the row's own record, and whether a column or a constant covers each; `full`: those that only full onboarding needs
 * besides. `associates`: what each numbered associate lacks.
 */
export function coverageOf(draft: Draft, catalogue: Catalogue): Coverages {
  const body = bodyOf(draft);
  const covered = new Set([
    ...body.assignments.map(({ of, field }) => field && targetKey(of, field)),
    ...body.constants.map(({ of, field }) => targetKey(of, field)),
  ]);
  const needed = (required: Field["required"]) =>
    catalogue.own
      .filter((field) => field.required === required)
      .map((field) => ({ field, isCovered: covered.has(field.key) }));
  return {
    always: needed("always"),
    full: needed("full_onboarding"),
    associates: catalogue.associates.map(({ of, label, fields }) => ({
      label,
      missing: fields.filter(({ key, required }) => required === "always" && !covered.has(targetKey(of, key))),
    })),
  };
}
