/** A text by its letters and digits alone, without case and accents; `at` says where each of them stands in the text. */
export type FoldedText = { text: string; letters: string; at: readonly Span[] };

/** A stretch of a text, from a first character to the one behind its last. */
export type Span = { from: number; to: number };

// Letters that Unicode does not take apart, as they are written where they are not known.
const plainLetters: Record<string, string> = { ø: "o", æ: "ae", œ: "oe", đ: "d", ł: "l", þ: "th", ð: "d", ı: "i" };

export function foldedOf(text: string): FoldedText {
  let letters = "";
  const at: Span[] = [];
  let from = 0;
  for (const character of text) {
    const to = from + character.length;
    const folded = lettersOf(character);
    letters += folded;
    for (let count = 0; count < folded.length; count += 1) at.push({ from, to });
    from = to;
  }
  return { text, letters, at };
}

/** Where the values stand in the text, in no order. Short ones count only as whole words: the gender "M" must not eat every m. */
export function spansOf(folded: FoldedText, values: readonly string[]): Span[] {
  return values.flatMap((value) => occurrencesOf(folded, value));
}

const shortLength = 5;

function occurrencesOf({ text, letters, at }: FoldedText, value: string): Span[] {
  const wanted = lettersOf(value);
  const asItIs = positionsOf(text, value).map((from) => ({ from, to: from + value.length }));
  // A value without a letter, such as a drawing, is looked for as it is.
  if (wanted === "") return asItIs;
  const found = positionsOf(letters, wanted).flatMap((position) => {
    const first = at[position];
    const last = at[position + wanted.length - 1];
    return first && last ? [{ from: first.from, to: last.to }] : [];
  });
  if (wanted.length >= shortLength) return found;
  // A long value of few letters, most of it signs, stands for itself.
  return [...found.filter((span) => isWholeWord(text, span)), ...(value.length >= shortLength ? asItIs : [])];
}

function isWholeWord(text: string, { from, to }: Span): boolean {
  return (
    !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, from - 2), from)) && !/^[\p{L}\p{N}]/u.test(text.slice(to, to + 2))
  );
}

function positionsOf(text: string, wanted: string): number[] {
  const positions: number[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) positions.push(at);
  return positions;
}

/** Letters and digits without case and accents: `ß` is `ss`; what is neither letter nor digit is nothing. */
export function lettersOf(text: string): string {
  const lower = text.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase().toLowerCase();
  return [...lower]
    .map((letter) => plainLetters[letter] ?? letter)
    .join("")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
