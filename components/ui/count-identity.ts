import { type Counts, countParts, countWords } from "#lib/domain/counts.ts";

export type CountPart = (typeof countParts)[number];

/** Parts that exist only for a moment or not at all are left out of the sentence, never out of the sum. */
export function identitySentence(counts: Counts): string {
  const parts = countParts
    .filter((part) => counts[part] > 0)
    .map((part) => `${plainNumber(counts[part])} ${countWords[part].toLowerCase()}`);
  const clients = counts.clients === 1 ? "1 client" : `${plainNumber(counts.clients)} clients`;
  return `${clients} = ${parts.length === 0 ? "0" : parts.join(" + ")}`;
}

/** 12,345: grouped as British English does. */
export const plainNumber = (n: number): string => n.toLocaleString("en-GB");
