/** “a”, “b” and “c”: the words as they are, joined as people list things. */
export function listInWords(words: readonly string[], last: "and" | "or" = "and"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** The first few, and how many more there are. */
export function someInWords(words: readonly string[], most: number): string {
  if (words.length <= most) return listInWords(words);
  return `${words.slice(0, most).join(", ")} and ${words.length - most} more`;
}
