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

/** What is odd about the names: blank, said twice, or told apart by blanks and capitals only. */
export function headerDoubts(
  header: readonly string[],
  lineNumber: number,
): { lineNumber: number; sentence: string }[] {
  const blank = header.flatMap((cell, index) => (plainText(cell) === "" ? [index + 1] : []));
  const groups = Map.groupBy(
    header.filter((cell) => plainText(cell) !== ""),
    (cell) => plainText(cell).toLowerCase(),
  );
  const alike = [...groups.values()].filter((names) => names.length > 1);
  return [
    ...(blank.length > 0
      ? [
          {
            lineNumber,
            sentence: `${blank.length === 1 ? "Column" : "Columns"} ${blank.slice(0, 10).join(", ")} ${blank.length === 1 ? "has" : "have"} no name.`,
          },
        ]
      : []),
    ...alike.slice(0, 10).map((names) => ({
      lineNumber,
      sentence:
        new Set(names).size === 1
          ? `${names.length} columns are called “${plainText(names[0] ?? "")}”; they are numbered.`
          : `The names ${[...new Set(names)].map((name) => `“${name}”`).join(" and ")} look alike; they are numbered.`,
    })),
  ];
}
