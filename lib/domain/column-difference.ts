import { columnInWords, columnKeyOf, columnNamesOf } from "./column-name.ts";
import type { Assignment } from "./mapping.ts";
import { type AnswerKind, answerKindOf, otherMembersOf, type ReadableMapping, targetInWords } from "./mapping-words.ts";
import { isSameJson } from "./same-json.ts";
import { stepDifferences } from "./step-difference.ts";

/** What a mapping says about one of its columns; `answers` empty: nothing. */
type Side = { words: string; answers: Assignment[]; mapping: ReadableMapping };

/** Every column whose answer changed, that is new, or that is gone; in the order of the second mapping. */
export function columnDifferences(was: ReadableMapping, is: ReadableMapping): string[] {
  const [old, now] = [sidesOf(was), sidesOf(is)];
  const gone = [...old].flatMap(([key, side]) => (now.has(key) ? [] : [{ key, side }]));
  const added = [...now].flatMap(([key, side]) => (old.has(key) ? [] : [{ key, side }]));
  const [lost] = gone;
  const [found] = added;
  // One for one, with the same answer: the column has another name.
  if (lost && found && gone.length === 1 && added.length === 1 && isRenamed(lost.side, found.side))
    return [...now].flatMap(([key, side]) =>
      key === found.key
        ? [`${lost.side.words} is now called ${side.words}; ${stateWords.mapped(side)}, as before.`]
        : changesOf(old.get(key), side),
    );
  return [
    ...[...now].flatMap(([key, side]) => changesOf(old.get(key), side)),
    ...gone.map(({ side }) => goneSentence(side)),
  ];
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

const goneSentence = (side: Side): string => `${side.words} is gone; it ${wasWords[kindOf(side)](side)}.`;

function changesOf(old: Side | undefined, now: Side): string[] {
  const is = kindOf(now);
  if (!old) return [`${now.words} is new; ${stateWords[is](now)}.`];
  const was = kindOf(old);
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
