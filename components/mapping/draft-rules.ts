import type { Field } from "#lib/domain/field-shape.ts";
import { type JoinRule, joinsByNature, separatorByNature } from "#lib/domain/mapping.ts";
import { targetOf } from "#lib/domain/targets.ts";
import type { Answer, Draft } from "./mapping-draft.ts";

/** What a person says when a second column is to feed a field: both joined, the first that is filled, or this column alone. */
export type Sharing = JoinRule["take"] | "alone";

/** Which sharings make sense: two dates do not become one by writing them behind each other. */
export const sharingsFor = ({ kind }: Field): readonly Sharing[] =>
  kind === "text" || kind === "names" ? ["joined", "first_filled", "alone"] : ["first_filled", "alone"];

/** The columns that feed a field, in the order of the file. */
export const columnsFeeding = ({ answers }: Draft, field: string): number[] =>
  answers.flatMap((answer, column) =>
    answer.kind === "mapped" && [answer, ...(answer.also ?? [])].some((target) => target.field === field)
      ? [column]
      : [],
  );

/** Fields that several columns feed, each with the rule that holds for it now. */
export function sharedFields(draft: Draft): JoinRule[] {
  const fields = new Set(
    draft.answers.flatMap((answer) =>
      answer.kind === "mapped" ? [answer.field, ...(answer.also ?? []).map(({ field }) => field)] : [],
    ),
  );
  return [...fields].flatMap((field) => {
    const columns = columnsFeeding(draft, field);
    // An associate's fields have no rules of their own (lib/domain/clean-row.ts).
    if (columns.length < 2 || targetOf(field).of !== undefined) return [];
    return [draft.rules?.find((rule) => rule.field === field) ?? unspokenRule(field, columns)];
  });
}

/** How lists by nature are joined when nobody said otherwise (lib/domain/mapping.ts). */
const unspokenRule = (field: string, order: number[]): JoinRule => ({
  field,
  order,
  take: "joined",
  separator: separatorByNature(field),
});

/** The draft with another answer for a column; rules follow the columns that still feed their field. */
export const withAnswer = (draft: Draft, column: number, answer: Answer): Draft =>
  settled({ ...draft, answers: draft.answers.map((old, index) => (index === column ? answer : old)) });

/** The draft with a column feeding a field that others feed already. */
export function withShared(
  draft: Draft,
  column: number,
  answer: Extract<Answer, { kind: "mapped" }>,
  sharing: Sharing,
): Draft {
  const { field } = answer;
  const others = columnsFeeding(draft, field).filter((other) => other !== column);
  if (sharing === "alone") {
    const answers = draft.answers.map((old, index) => (others.includes(index) ? without(old, field) : old));
    return withAnswer({ ...draft, answers }, column, answer);
  }
  const known = draft.rules?.find((rule) => rule.field === field)?.order ?? others;
  const order = known.filter((other) => other !== column);
  const rule: JoinRule = { field, order: [...order, column], take: sharing, separator: " " };
  return withAnswer(withRule(draft, rule), column, answer);
}

export const withRule = (draft: Draft, rule: JoinRule): Draft => ({
  ...draft,
  rules: [...(draft.rules ?? []).filter(({ field }) => field !== rule.field), rule],
});

/** A column that no longer feeds a field; it is open when it feeds nothing else. */
function without(answer: Answer, field: string): Answer {
  if (answer.kind !== "mapped") return answer;
  const [first, ...also] = [answer, ...(answer.also ?? [])].filter((target) => target.field !== field);
  if (!first) return { kind: "open" };
  const { field: own, transforms, label } = first;
  return {
    kind: "mapped",
    field: own,
    transforms,
    ...(label === undefined ? {} : { label }),
    ...(also.length > 0 ? { also } : {}),
  };
}

function settled(draft: Draft): Draft {
  const rules = (draft.rules ?? []).flatMap((rule) => {
    const feeding = columnsFeeding(draft, rule.field);
    if (feeding.length < 2) return [];
    const kept = rule.order.filter((column) => feeding.includes(column));
    return [{ ...rule, order: [...kept, ...feeding.filter((column) => !kept.includes(column))] }];
  });
  const { rules: _, ...rest } = draft;
  return rules.length > 0 ? { ...rest, rules } : rest;
}

/** Is a rule needed, and not only possible? */
export const needsRule = (field: string): boolean => !joinsByNature(field);
