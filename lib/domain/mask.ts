/** Enough to recognise, too little to copy: the first letter of every word, dots for the rest. Length is not told beyond six. */
export function maskText(text: string): string {
  return text
    .split(/(\s+)/)
    .map((word) =>
      word.trim() === "" ? word : [...word][0] + "•".repeat(Math.min(Math.max([...word].length - 1, 1), 5)),
    )
    .join("");
}
