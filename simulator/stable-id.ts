import { createHash } from "node:crypto";

/** A UUID that is the same for the same words, so that products and task variants keep their ids over a restart. */
export function stableId(...words: string[]): string {
  const hex = createHash("sha256").update(words.join("\n")).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
