/** The physical line from `at`. A line end at the very edge of what has come may be the half of one. */
export function lineAt(
  text: string,
  at: number,
  isEnd: boolean,
  lineEnd: "\n" | "\r",
): { contentEnd: number; next: number } | "more" {
  const found = text.indexOf(lineEnd, at);
  if (found === -1) {
    if (!isEnd) return "more";
    const contentEnd = text.length > at && text.endsWith("\r") ? text.length - 1 : text.length;
    return { contentEnd, next: text.length };
  }
  if (lineEnd === "\n")
    return { contentEnd: found > at && text[found - 1] === "\r" ? found - 1 : found, next: found + 1 };
  if (found + 1 >= text.length && !isEnd) return "more";
  return { contentEnd: found, next: text[found + 1] === "\n" ? found + 2 : found + 1 };
}

/** Line ends inside a quoted cell. */
export function breaksIn(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) breaks++;
  }
  return breaks;
}
