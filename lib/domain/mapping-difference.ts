import { columnDifferences } from "./column-difference.ts";
import { columnInWords, columnKeyOf, columnNamesOf } from "./column-name.ts";
import { areSameRows, rowsInWords } from "./file-kind.ts";
import {
  associateInWords,
  associateName,
  jsonInWords,
  kindInWords,
  namedMembers,
  type ReadableMapping,
  readableOf,
  ruleInWords,
} from "./mapping-words.ts";
import type { Json, PortableMapping } from "./portable-mapping.ts";
import { isSameJson } from "./same-json.ts";
import { targetKey, targetOf } from "./targets.ts";

/**
 * What the second mapping does otherwise than the first, each as a sentence; empty when it does the same to the same columns. Columns are
 * compared by their names, so a mapping can be compared with that of another file.
 */
export function mappingDifferences(before: PortableMapping, after: PortableMapping): string[] {
  const [was, is] = [readableOf(before), readableOf(after)];
  return [
    ...kindOfRows(before, after),
    ...columnDifferences(was, is),
    ...constantDifferences(was, is),
    ...ruleDifferences(was, is),
    ...tellingDifferences(was, is),
    ...associateDifferences(was, is),
    ...otherDifferences(before, after),
    ...orderDifferences(before, after),
  ];
}

export const isSameMapping = (before: PortableMapping, after: PortableMapping): boolean =>
  mappingDifferences(before, after).length === 0;

function kindOfRows(before: PortableMapping, after: PortableMapping): string[] {
  return areSameRows(before, after) ? [] : [`It is for ${rowsInWords(after)} instead of ${rowsInWords(before)}.`];
}

function constantDifferences(was: ReadableMapping, is: ReadableMapping): string[] {
  const valuesOf = ({ body }: ReadableMapping) => Map.groupBy(body.constants, ({ of, field }) => targetKey(of, field));
  const [old, now] = [valuesOf(was), valuesOf(is)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [before, after] = [old.get(key) ?? [], now.get(key) ?? []];
    if (isSameJson(before, after)) return [];
    const values = (all: typeof before) => all.map(({ value }) => `“${value}”`).join(", ");
    const { of, field } = targetOf(key);
    const label = is.field(field);
    if (after.length === 0) {
      const whose = of === undefined ? "Rows no longer all get" : `No longer every ${associateName(of, was.body)} gets`;
      return [`${whose} ${values(before)} as ${label}.`];
    }
    const whose = of === undefined ? "row" : associateName(of, is.body);
    return [
      `Every ${whose} now gets ${values(after)} as ${label}${before.length > 0 ? ` instead of ${values(before)}` : ""}.`,
    ];
  });
}

function ruleDifferences(was: ReadableMapping, is: ReadableMapping): string[] {
  const wordsOf = (readable: ReadableMapping) =>
    Map.groupBy(
      (readable.body.rules ?? []).map((rule) => ({
        field: rule.field,
        words: ruleInWords(rule, readable),
        rest: otherOf(rule),
      })),
      ({ field }) => field,
    );
  const [old, now] = [wordsOf(was), wordsOf(is)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((field) => {
    const [before, after] = [old.get(field) ?? [], now.get(field) ?? []];
    if (isSameJson(before, after)) return [];
    if (after.length === 0) return [`The rule for ${is.field(field)} was taken out: ${before[0]?.words}.`];
    const words = after.map(
      (rule) => `${rule.words}${isSameJson(rule.rest, {}) ? "" : ` (${jsonInWords(rule.rest)})`}`,
    );
    return [`By a rule, ${words.join("; ")}${before.length > 0 ? `; before, ${before[0]?.words}` : ""}.`];
  });
}

/** What a rule says besides what its words say. */
function otherOf(rule: object) {
  const {
    field: _,
    order: __,
    take: ___,
    separator: ____,
    ...rest
  } = { field: 0, order: 0, take: 0, separator: 0, ...rule };
  return rest;
}

function tellingDifferences(was: ReadableMapping, is: ReadableMapping): string[] {
  const [[before], [after]] = [kindInWords(was), kindInWords(is)];
  if (before === after)
    return isSameJson(was.portable.mapping.kindBy, is.portable.mapping.kindBy)
      ? []
      : ["How people and companies are told apart was written anew."];
  if (after === undefined) return ["People and companies are no longer told apart."];
  return [`${after}${before === undefined ? " Before, they were not told apart." : ` Before: ${before}`}`];
}

function associateDifferences(was: ReadableMapping, is: ReadableMapping): string[] {
  const wordsOf = (readable: ReadableMapping) =>
    Map.groupBy(
      (readable.body.associates ?? []).map((each) => ({
        of: each.of,
        words: associateInWords(each, readable),
        told: [each.kindBy?.individual ?? null, each.kindBy?.company ?? null],
      })),
      ({ of }) => of,
    );
  const [old, now] = [wordsOf(was), wordsOf(is)];
  const said = (all: { words: string }[] | undefined) => (all ?? []).map(({ words }) => words).join("; ");
  const told = (all: { told: Json }[] | undefined) => (all ?? []).map((each) => each.told);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((of) => {
    const [before, after] = [said(old.get(of)), said(now.get(of))];
    if (before === after)
      return isSameJson(told(old.get(of)), told(now.get(of)))
        ? []
        : [`How people and companies are told apart as ${associateName(of, is.body)} was written anew.`];
    if (after === "") return [`An associate of each row was taken out: ${before}.`];
    return [before === "" ? `Each row has an associate more: ${after}.` : `${after}. Before: ${before}.`];
  });
}

/** Members that have no words of their own yet are told as they are written: nothing that changed stays unsaid. */
function otherDifferences(before: PortableMapping, after: PortableMapping): string[] {
  const members = new Set([...Object.keys(before.mapping), ...Object.keys(after.mapping)]);
  return [...members].flatMap((member) => {
    const [old, now] = [before.mapping[member], after.mapping[member]];
    if (namedMembers.includes(member) || isSameJson(old, now)) return [];
    return [`“${member}” was ${jsonInWords(old)} and is now ${jsonInWords(now)}.`];
  });
}

/** Only the columns that both have: a new column in front moves nothing. */
function orderDifferences(before: PortableMapping, after: PortableMapping): string[] {
  const [old, now] = [columnNamesOf(before.columns), columnNamesOf(after.columns)];
  const keys = new Set(old.map(columnKeyOf));
  const kept = now.filter((name) => keys.has(columnKeyOf(name)));
  const keptKeys = new Set(kept.map(columnKeyOf));
  const order = old.filter((name) => keptKeys.has(columnKeyOf(name)));
  const first = kept.find((name, at) => columnKeyOf(name) !== columnKeyOf(order[at] ?? { header: "" }));
  return first ? [`The columns stand in another order, from ${columnInWords(first)} on.`] : [];
}
