import type { EntityType } from "#lib/domain/entity.ts";
import type { LinkList } from "#lib/domain/link.ts";
import type { Discriminator, MappedAssociate } from "#lib/domain/mapping.ts";
import { linkListWords } from "#lib/domain/role-words.ts";
import { targetKey, targetOf } from "#lib/domain/targets.ts";
import { type Catalogue, catalogueOf, fieldOfTarget } from "./catalogue.ts";
import {
  type Answer,
  answerOfSuggestion,
  type Draft,
  isUnchosen,
  type MappingReply,
  proposedAssociates,
  suggestedAnswer,
  type Target,
} from "./mapping-draft.ts";

/** The draft told how to tell people from companies. Columns that nobody answered otherwise get what is proposed for both kinds. */
export function withKindBy(draft: Draft, mapping: MappingReply, kindBy: Discriminator): Draft {
  const isFirst = draft.kindBy === undefined;
  const answers = draft.answers.map((answer, index): Answer => {
    const column = mapping.columns[index];
    const proposed = mapping.mixed?.columns[index];
    if (!isFirst || !column || !proposed) return answer;
    return answer.kind === "open" || isSame(answer, suggestedAnswer(column)) ? answerOfSuggestion(proposed) : answer;
  });
  const associates = isFirst && !draft.associates ? proposedAssociates(mapping) : (draft.associates ?? []);
  return { ...draft, kindBy, answers, ...(associates.length > 0 ? { associates } : {}) };
}

/** The file holds one kind only, after all. What only the other kind has is open again. */
export function withoutKindBy({ kindBy: _, ...draft }: Draft, mapping: MappingReply): Draft {
  return pruned(draft, catalogueOf(mapping, draft));
}

const isSame = (a: Answer, b: Answer): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The draft without answers that the file has no field for. */
function pruned(draft: Draft, catalogue: Catalogue): Draft {
  const kept = draft.answers.map((answer): Answer => {
    if (answer.kind !== "mapped") return answer;
    const targets = [answer, ...(answer.also ?? [])].filter(({ field }) => fieldOfTarget(catalogue, field));
    return targets.length === 1 + (answer.also?.length ?? 0) ? answer : answerOfTargets(targets);
  });
  return {
    ...draft,
    answers: kept,
    constants: draft.constants.filter(
      (constant) => isUnchosen(constant) || fieldOfTarget(catalogue, constant.field) !== undefined,
    ),
  };
}

function answerOfTargets(targets: readonly Target[]): Answer {
  const [first, ...others] = targets.map(({ field, transforms }) => ({ field, transforms }));
  if (!first) return { kind: "open" };
  return { kind: "mapped", ...first, ...(others.length > 0 ? { also: others } : {}) };
}

/** Another role or kind for one associate; a whole name goes along, other fields of the former kind are open again. */
export function withAssociate(draft: Draft, mapping: MappingReply, next: MappedAssociate): Draft {
  const associates = (draft.associates ?? []).map((each) => (each.of === next.of ? next : each));
  const { kindBy } = next;
  const answers = draft.answers.map((answer, index): Answer => {
    if (!kindBy) return wholeNameAs(answer, next.of, next.entityType);
    // It says what the associate is; nothing else is asked of it.
    if (kindBy.column === index && answer.kind === "open") return { kind: "ignored" };
    return wholeNameOfBoth(answer, next.of);
  });
  const changed = { ...draft, associates, answers };
  return pruned(changed, catalogueOf(mapping, changed));
}

const trim = { kind: "trim" } as const;

/** A whole name is the name of a company, and split that of a person; each record takes what its kind has. */
function wholeNameOfBoth(answer: Answer, of: number): Answer {
  if (answer.kind !== "mapped") return answer;
  const isWhole = answer.field === targetKey(of, "name") || answer.transforms.some(({ kind }) => kind === "name_part");
  if (!isWhole || targetOf(answer.field).of !== of || answer.also?.length === 2) return answer;
  const parts = wholeNameAs({ kind: "mapped", field: targetKey(of, "name"), transforms: [trim] }, of, "individual");
  if (parts.kind !== "mapped") return answer;
  const { field, transforms, also = [] } = parts;
  return { kind: "mapped", field: targetKey(of, "name"), transforms: [trim], also: [{ field, transforms }, ...also] };
}

function wholeNameAs(answer: Answer, of: number, entityType: EntityType): Answer {
  if (answer.kind !== "mapped") return answer;
  const isWhole = answer.transforms.some(({ kind }) => kind === "name_part");
  if (entityType === "company" && isWhole && answer.field === targetKey(of, "givenNames"))
    return { kind: "mapped", field: targetKey(of, "name"), transforms: [trim] };
  if (entityType === "individual" && answer.field === targetKey(of, "name")) {
    const [given, family] = (["given", "family"] as const).map(
      (part): Target => ({
        field: targetKey(of, part === "given" ? "givenNames" : "familyName"),
        transforms: [trim, { kind: "name_part", part, order: "given_first" }],
      }),
    );
    return given && family ? { kind: "mapped", ...given, also: [family] } : answer;
  }
  return answer;
}

/** Other members of the same series that the draft still has. */
export function othersOfSeries(draft: Draft, mapping: MappingReply, of: number): MappedAssociate[] {
  const own = mapping.associates.find((each) => each.of === of);
  const numbers = new Set(mapping.associates.filter((each) => each.series === own?.series).map((each) => each.of));
  return (draft.associates ?? []).filter((each) => each.of !== of && numbers.has(each.of));
}

/** Maps every other member of the series as this one is mapped: same role, same kind, the same fields from columns of the same name, and the same constants. */
export function mapAlike(draft: Draft, mapping: MappingReply, of: number): Draft {
  const model = draft.associates?.find((each) => each.of === of);
  const modelColumns = mapping.associates.find((each) => each.of === of)?.columns ?? [];
  if (!model) return draft;
  const others = new Map(othersOfSeries(draft, mapping, of).map((each) => [each.of, each]));
  const answers = [...draft.answers];
  for (const { of: other, columns } of mapping.associates) {
    if (!others.has(other)) continue;
    for (const { index, rest } of columns) {
      const like = modelColumns.find((column) => column.rest === rest);
      const answer = like && draft.answers[like.index];
      if (answer) answers[index] = retargeted(answer, of, other);
    }
  }
  const associates = (draft.associates ?? []).map((each) => {
    if (!others.has(each.of)) return each;
    const { kindBy: _, ...rest } = each;
    const kindBy = kindByAlike(
      model.kindBy,
      modelColumns,
      mapping.associates.find(({ of: at }) => at === each.of),
    );
    return { ...rest, entityType: model.entityType, list: model.list, ...(kindBy && { kindBy }) };
  });
  return { ...draft, answers, associates, constants: constantsAlike({ ...draft, answers }, of, [...others.keys()]) };
}

type NamedColumns = MappingReply["associates"][number]["columns"];

/** Told by the other's own column of the same name; a column that is about none of the series tells all of them. */
function kindByAlike(
  kindBy: Discriminator | undefined,
  modelColumns: NamedColumns,
  other: { columns: NamedColumns } | undefined,
): Discriminator | undefined {
  const model = kindBy && modelColumns.find(({ index }) => index === kindBy.column);
  if (!kindBy || !model) return kindBy;
  const column = other?.columns.find(({ rest }) => rest === model.rest)?.index;
  return column === undefined ? undefined : { ...kindBy, column };
}

/** The constants of one associate for others, too, in the place of theirs; what a column says of one of them stays said by it. */
function constantsAlike({ answers, constants }: Draft, of: number, others: readonly number[]): Draft["constants"] {
  const fed = new Set(
    answers.flatMap((answer) =>
      answer.kind === "mapped" ? [answer, ...(answer.also ?? [])].map(({ field }) => field) : [],
    ),
  );
  const isTheirs = (each: number | undefined) => each !== undefined && others.includes(each);
  const copies = others.flatMap((other) =>
    constants.flatMap(({ field: key, value }) => {
      const { of: whose, field } = targetOf(key);
      const copy = targetKey(other, field);
      return whose === of && !fed.has(copy) ? [{ field: copy, value }] : [];
    }),
  );
  return [...constants.filter(({ field }) => !isTheirs(targetOf(field).of)), ...copies];
}

function retargeted(answer: Answer, from: number, to: number): Answer {
  if (answer.kind !== "mapped") return answer;
  const moved = [answer, ...(answer.also ?? [])].map(({ field, transforms }) => {
    const target = targetOf(field);
    return { field: target.of === from ? targetKey(to, target.field) : field, transforms };
  });
  return answerOfTargets(moved);
}

/** The associate is left out, and the columns that said only something about it are ignored on purpose. */
export function withoutAssociate(draft: Draft, of: number): Draft {
  const answers = draft.answers.map((answer): Answer => {
    if (answer.kind !== "mapped") return answer;
    const targets = [answer, ...(answer.also ?? [])];
    const others = targets.filter(({ field }) => targetOf(field).of !== of);
    if (others.length === targets.length) return answer;
    return others.length > 0 ? answerOfTargets(others) : { kind: "ignored" };
  });
  const constants = draft.constants.filter(({ field }) => targetOf(field).of !== of);
  return { ...draft, answers, constants, associates: (draft.associates ?? []).filter((each) => each.of !== of) };
}

/** An associate that was left out comes back with what is proposed for its columns. */
export function withProposed(draft: Draft, mapping: MappingReply, of: number): Draft {
  const proposed = proposedAssociates(mapping).find((each) => each.of === of);
  if (!proposed) return draft;
  const columns = new Set(mapping.associates.find((each) => each.of === of)?.columns.map(({ index }) => index));
  const answers = draft.answers.map((answer, index) => {
    const column = mapping.columns[index];
    return column && columns.has(index) && answer.kind !== "mapped" ? suggestedAnswer(column) : answer;
  });
  const associates = [...(draft.associates ?? []), proposed].sort((a, b) => a.of - b.of);
  return { ...draft, answers, associates };
}

/** One more associate, for columns whose headers do not number it. Numbers that headers speak of stay theirs. */
export function withNewAssociate(draft: Draft, mapping: MappingReply, list: LinkList): Draft {
  const before = draft.associates ?? [];
  const of = Math.max(0, ...before.map((each) => each.of), ...mapping.associates.map((each) => each.of)) + 1;
  const { one } = linkListWords[list];
  const number = before.filter((each) => each.label.startsWith(one)).length + 1;
  return { ...draft, associates: [...before, { of, label: `${one} ${number}`, entityType: "individual", list }] };
}
