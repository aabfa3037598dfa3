import { type ColumnName, columnInWords, columnKeyOf, columnNamesOf } from "../../domain/column-name.ts";
import type { Assignment } from "../../domain/mapping.ts";
import { fieldInWords } from "../../domain/mapping-words.ts";
import type { PortableMapping } from "../../domain/portable-mapping.ts";
import type { DriftFile } from "./drift-file.ts";
import { headerKey, headerWords } from "./header-words.ts";
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
type Candidate = Renaming & { score: number };

/** Pairs of a missing and a new column, the most alike first; each column is in one pair at most. */
export function renamingsOf(compared: Compared): Renaming[] {
  const places = new Map(
    columnNamesOf(compared.file.columns.map(({ name }) => name)).map((name, at) => [columnKeyOf(name), at]),
  );
  const candidates = compared.missing.flatMap((old) =>
    compared.added.flatMap((now) => candidateOf(old, now, places.get(columnKeyOf(now)) ?? -1, compared)),
  );
  const usedKeys = new Set<string>();
  const usedColumns = new Set<number>();
  return candidates
    .sort((a, b) => b.score - a.score)
    .filter(({ key, column }) => {
      if (usedKeys.has(key) || usedColumns.has(column)) return false;
      usedKeys.add(key);
      usedColumns.add(column);
      return true;
    })
    .map(({ score: _, ...renaming }) => renaming);
}

function candidateOf(old: ColumnName, now: ColumnName, column: number, compared: Compared): Candidate[] {
  const { answersOf, portable, file } = compared;
  const evidence = file.columns[column];
  if (!evidence) return [];
  const answers = answersOf(old).filter(({ field }) => field !== null);
  // A likeness of names does not outweigh values that cannot be what the old column was.
  if (answers.some((answer) => (misfitShare(evidence.values, answer, portable.entityType) ?? 0) >= 0.5)) return [];
  const renaming = { key: columnKeyOf(old), words: columnInWords(old), column, name: now.header };
  const suggestion = file.suggested[column]?.suggestion;
  const likeness = headerLikeness(old.header, now.header);
  if (likeness === 1)
    return [
      {
        ...renaming,
        score: 4,
        isLikely: true,
        reason: "The headers differ only in case, spaces, accents or punctuation.",
      },
    ];
  const meant = answers.find(({ field }) => field === suggestion?.field)?.field;
  if (meant)
    return [
      {
        ...renaming,
        score: 2 + likeness,
        isLikely: true,
        reason: `${columnInWords(old)} became ${fieldInWords(meant, portable.entityType)}, and the panel would suggest that for ${columnInWords(now)}.`,
      },
    ];
  // Header suggests another field than the old column had: then only a close likeness counts.
  const needed = suggestion && answers.length > 0 ? 0.85 : 0.6;
  if (likeness >= needed)
    return [{ ...renaming, score: 1 + likeness, isLikely: true, reason: "The headers are alike." }];
  if (answers.length === 0 || suggestion || !standsAlike(old, column, compared)) return [];
  return [
    { ...renaming, score: likeness, isLikely: false, reason: "It stands in the same place, between the same columns." },
  ];
}

/** The columns on both sides are the same as before. */
function standsAlike(old: ColumnName, column: number, { portable, file }: Compared): boolean {
  const before = columnNamesOf(portable.columns).map(columnKeyOf);
  const now = columnNamesOf(file.columns.map(({ name }) => name)).map(columnKeyOf);
  const at = before.indexOf(columnKeyOf(old));
  return before[at - 1] === now[column - 1] && before[at + 1] === now[column + 1] && before.length > 1;
}

/** 1: the same letters; otherwise the better of shared words and shared letters, below 1. */
export function headerLikeness(a: string, b: string): number {
  const [keyA, keyB] = [headerKey(a), headerKey(b)];
  if (keyA === keyB) return keyA === "" ? 0 : 1;
  const [wordsA, wordsB] = [new Set(headerWords(a)), new Set(headerWords(b))];
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length;
  const byWords = shared / new Set([...wordsA, ...wordsB]).size;
  const longest = Math.max(keyA.length, keyB.length);
  const byLetters = longest < 4 ? 0 : 1 - editsBetween(keyA.slice(0, 60), keyB.slice(0, 60)) / longest;
  return Math.min(0.99, Math.max(byWords, byLetters, 0));
}

/** Letters to insert, drop or replace. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const kept = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
