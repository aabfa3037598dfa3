import { plainText } from "../../domain/plain-text.ts";

/** Names to show and to map by: trimmed, one each. A blank header is called by its place, a double gets a number. */
export function columnNamesOf(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((cell, index) => {
    const name = plainText(cell) || `Column ${index + 1}`;
    let unique = name;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${name} (${n})`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
