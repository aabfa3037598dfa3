import { type ColumnName, columnInWords, columnKeyOf, columnNamesOf } from "../../domain/column-name.ts";
import type { Assignment } from "../../domain/mapping.ts";
import { fieldInWords } from "../../domain/mapping-words.ts";
import type { PortableMapping } from "../../domain/portable-mapping.ts";
import { dateEvidenceOf } from "./date-evidence.ts";
import type { DriftFile } from "./drift-file.ts";
import { headerLikeness } from "./header-likeness.ts";
import { headerKey } from "./header-words.ts";
import { misfitShare } from "./value-findings.ts";

/** A column of the earlier mapping (`key`, `words`) that is probably called `name` now and stands at `column`. */
export type Renaming = {
  key: string;
  words: string;
  column: number;
  name: string;
  reason: string;
  /** False: only its place speaks for it. A person must tick it. */
  isLikely: boolean;
};

type Compared = {
  missing: readonly ColumnName[];
  added: readonly ColumnName[];
  answersOf: (name: ColumnName) => Assignment[];
  portable: PortableMapping;
  file: DriftFile;
};
type Old = { name: ColumnName; key: string; letters: string; between: string; answers: Assignment[]; fields: string[] };
type New = { name: ColumnName; letters: string; between: string; column: number; suggested: string | undefined };
type Candidate = { old: Old; now: New; score: number; isLikely: boolean; reason: string };

/** With more pairs than this, headers are not compared letter by letter: only what is equal or suggested is found then. */
const pairsMax = 40_000;
/** Enough values to see that a column holds something else. */
const valuesMax = 200;

/** Pairs of a missing and a new column, the most alike first; each column is in one pair at most. */
export function renamingsOf(compared: Compared): Renaming[] {
  const { file, portable } = compared;
  const [olds, news] = [oldsOf(compared), newsOf(compared)];
  const isMany = olds.length * news.length > pairsMax;
  const candidates = olds.flatMap((old) =>
    news.flatMap((now) => candidateOf(old, now, isMany, (field) => fieldInWords(field, portable.entityType)) ?? []),
  );
  const used = new Set<Old | New>();
  return candidates
    .sort((a, b) => b.score - a.score)
    .flatMap(({ old, now, isLikely, reason }) => {
      if (used.has(old) || used.has(now) || isContradicted(old, now, file, portable)) return [];
      used.add(old).add(now);
      const { key, name } = old;
      return [{ key, words: columnInWords(name), column: now.column, name: now.name.header, reason, isLikely }];
    });
}

function oldsOf({ missing, answersOf, portable }: Compared): Old[] {
  const betweenByKey = neighboursOf(portable.columns);
  return missing.map((name) => {
    const key = columnKeyOf(name);
    const answers = answersOf(name);
    const fields = answers.flatMap(({ field }) => field ?? []);
    return { name, key, letters: headerKey(name.header), between: betweenByKey.get(key) ?? "", answers, fields };
  });
}

function newsOf({ added, file }: Compared): New[] {
  const headers = file.columns.map(({ name }) => name);
  const betweenByKey = neighboursOf(headers);
  const places = new Map(columnNamesOf(headers).map((name, place) => [columnKeyOf(name), place]));
  return added.flatMap((name) => {
    const key = columnKeyOf(name);
    const column = places.get(key);
    if (column === undefined) return [];
    const suggested = file.suggested[column]?.suggestion?.field;
    return [{ name, letters: headerKey(name.header), between: betweenByKey.get(key) ?? "", column, suggested }];
  });
}

/** For each column the two beside it, as one text. */
function neighboursOf(headers: readonly string[]): Map<string, string> {
  const keys = columnNamesOf(headers).map(columnKeyOf);
  return new Map(keys.map((key, at) => [key, JSON.stringify([keys[at - 1] ?? null, keys[at + 1] ?? null])]));
}

function candidateOf(old: Old, now: New, isMany: boolean, wordsOf: (field: string) => string): Candidate | undefined {
  if (old.letters !== "" && old.letters === now.letters) {
    const reason = "The headers differ only in case, spaces, accents or punctuation.";
    return { old, now, score: 4, isLikely: true, reason };
  }
  const likeness = isMany ? 0 : headerLikeness(old.name.header, now.name.header);
  const { suggested } = now;
  if (suggested !== undefined && old.fields.includes(suggested)) {
    const [was, is] = [columnInWords(old.name), columnInWords(now.name)];
    const reason = `${was} became ${wordsOf(suggested)}, and the panel would suggest that for ${is}.`;
    return { old, now, score: 2 + likeness, isLikely: true, reason };
  }
  // Where the panel would suggest another field than the old column had, only a close likeness counts.
  const needed = suggested !== undefined && old.fields.length > 0 ? 0.85 : 0.6;
  if (likeness >= needed) return { old, now, score: 1 + likeness, isLikely: true, reason: "The headers are alike." };
  if (old.fields.length === 0 || suggested !== undefined || old.between !== now.between) return undefined;
  const reason = "It stands in the same place, between the same columns.";
  return { old, now, score: likeness, isLikely: false, reason };
}

/** A likeness of names does not outweigh values that cannot be what the old column was. A date written otherwise is still a date. */
function isContradicted({ answers }: Old, { column }: New, file: DriftFile, { entityType }: PortableMapping): boolean {
  const { values: all = [], dates = [] } = file.columns[column] ?? {};
  const values = all.slice(0, valuesMax);
  return answers.some(
    (answer) =>
      (misfitShare(values, answer, entityType) ?? 0) >= 0.5 &&
      !(answer.transforms.some(({ kind }) => kind === "date") && dateEvidenceOf(dates).kind !== "none"),
  );
}
