import { headerKey, headerWords } from "./header-words.ts";

/** 1: the same letters; otherwise the better of shared words and shared letters, below 1. */
export function headerLikeness(a: string, b: string): number {
  const [lettersA, lettersB] = [headerKey(a), headerKey(b)];
  if (lettersA === lettersB) return lettersA === "" ? 0 : 1;
  const [wordsA, wordsB] = [new Set(headerWords(a)), new Set(headerWords(b))];
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length;
  const byWords = shared / new Set([...wordsA, ...wordsB]).size;
  const longest = Math.max(lettersA.length, lettersB.length);
  // Three letters have too much in common with any other three.
  const byLetters = longest < 4 ? 0 : 1 - editsBetween(lettersA.slice(0, 60), lettersB.slice(0, 60)) / longest;
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
