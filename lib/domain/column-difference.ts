import { columnInWords, columnKeyOf, columnNamesOf } from "./column-name.ts";
import type { Assignment } from "./mapping.ts";
import { type AnswerKind, answerKindOf, otherMembersOf, type ReadableMapping, targetInWords } from "./mapping-words.ts";
import { isSameJson } from "./same-json.ts";
import { stepDifferences } from "./step-difference.ts";

/** What a mapping says about one of its columns; `answers` empty: nothing. */
type Side = { words: string; answers: Assignment[]; mapping: ReadableMapping };

/** Every column whose answer changed, that is new, gone or called otherwise; in the order of the second mapping, what is gone at the end. */
export function columnDifferences(was: ReadableMapping, is: ReadableMapping): string[] {
  const [old, now] = [sidesOf(was), sidesOf(is)];
  const gone = new Map([...old].filter(([key]) => !now.has(key)));
  const said = [...now].flatMap(([key, side]) => {
    const before = old.get(key);
    if (before) return changesOf(before, side);
    const [oldKey, lost] = [...gone].find(([, each]) => isRenamed(each, side)) ?? [];
    if (oldKey === undefined || !lost) return [`${side.words} is new; ${stateWords[kindOf(side)](side)}.`];
    gone.delete(oldKey);
    return [`${lost.words} is now called ${side.words}; ${stateWords.mapped(side)}, as before.`];
  });
  return [...said, ...[...gone.values()].map((side) => `${side.words} is gone; it ${wasWords[kindOf(side)](side)}.`)];
}

function sidesOf(mapping: ReadableMapping): Map<string, Side> {
  const byColumn = Map.groupBy(mapping.body.assignments, ({ column }) => column);
  return new Map(
    columnNamesOf(mapping.portable.columns).map((name, place) => [
      columnKeyOf(name),
      { words: columnInWords(name), answers: byColumn.get(place) ?? [], mapping },
    ]),
  );
}

const targetsOf = ({ answers }: Side): Assignment[] => answers.filter(({ field }) => field !== null);
const targetWords = (side: Side): string =>
  targetsOf(side)
    .map((target) => targetInWords(target, side.mapping))
    .join(" and ");

/** A column that is gone and a new one with the same answer: it has another name. */
function isRenamed(old: Side, now: Side): boolean {
  return targetsOf(old).length > 0 && targetWords(old) === targetWords(now);
}

const wasWords: Record<AnswerKind, (side: Side) => string> = {
  open: () => "had no answer",
  ignored: () => "was ignored",
  mapped: (side) => `became ${targetWords(side)}`,
};
const nowWords: Record<AnswerKind, (side: Side) => string> = {
  open: () => "now has no answer",
  ignored: () => "is now ignored on purpose",
  mapped: (side) => `now becomes ${targetWords(side)}`,
};
/** Without "now", of a column that is new. */
const stateWords: Record<AnswerKind, (side: Side) => string> = {
  open: () => "it has no answer",
  ignored: () => "it is ignored on purpose",
  mapped: (side) => `it becomes ${targetWords(side)}`,
};
const kindOf = (side: Side): AnswerKind => answerKindOf(side.answers);

function changesOf(old: Side, now: Side): string[] {
  const [was, is] = [kindOf(old), kindOf(now)];
  if (was === "mapped" && is === "mapped") return targetChanges(old, now, targetsOf(old), targetsOf(now));
  if (was !== is) return [`${now.words} ${wasWords[was](old)} and ${nowWords[is](now)}.`];
  return isSameAnswers(old, now) ? [] : [`What is said about ${now.words} was written anew, to the same effect.`];
}

function targetChanges(old: Side, now: Side, before: Assignment[], after: Assignment[]): string[] {
  const isFor = (a: Assignment, b: Assignment) =>
    a.field === b.field && isSameJson(otherMembersOf(a), otherMembersOf(b));
  const kept = after.flatMap((target) => {
    const match = before.find((each) => isFor(each, target));
    return match ? [{ match, target }] : [];
  });
  const lost = before.filter((each) => !kept.some(({ match }) => match === each));
  const won = after.filter((each) => !kept.some(({ target }) => target === each));
  const changes = kept.flatMap(({ match, target }) =>
    stepDifferences(
      { transforms: match.transforms, column: old.mapping.column },
      { transforms: target.transforms, column: now.mapping.column },
    ).map((change) => `${now.words} (${now.mapping.field(target.field ?? "")}): ${change}.`),
  );
  const lostWords = lost.map((target) => targetInWords(target, old.mapping));
  const wonWords = won.map((target) => targetInWords(target, now.mapping));
  if (lost.length > 0 && won.length > 0)
    return [`${now.words} became ${lostWords.join(" and ")} and now becomes ${wonWords.join(" and ")}.`, ...changes];
  return [
    ...lostWords.map((words) => `${now.words} no longer becomes ${words}.`),
    ...wonWords.map((words) => `${now.words} now also becomes ${words}.`),
    ...changes,
  ];
}

/** Of a column that becomes nothing: whatever else stands in its answers. */
function isSameAnswers(old: Side, now: Side): boolean {
  const withoutPlace = ({ answers }: Side) => answers.map(({ column: _, ...rest }) => rest);
  return isSameJson(withoutPlace(old), withoutPlace(now));
}
