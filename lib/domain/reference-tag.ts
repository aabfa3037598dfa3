/** Longest tag we make. Passfort publishes no limit; this is a length any label field takes (API contract §7). */
export const referenceTagLengthMax = 100;

/**
 * The one searchable mark of a client in Passfort: `MIGREF-<reference>` (API contract §10).
 * Plain ASCII without blanks; whatever is not, and `%` itself, is percent-encoded, so that two references never
 * share a tag. A tag that would be too long keeps its beginning and ends in a hash of the whole reference.
 */
export function referenceTagOf(reference: string): string {
  const tag = `MIGREF-${asciiSafe(reference)}`;
  if (tag.length <= referenceTagLengthMax) return tag;
  const suffix = `-${hashOf(reference)}`;
  // An escape cut in half would be read as text, so a started one goes altogether.
  const beginning = tag.slice(0, referenceTagLengthMax - suffix.length).replace(/%[0-9A-F]?$/, "");
  return `${beginning}${suffix}`;
}

function asciiSafe(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\x21-\x24\x26-\x7e]/gu, (character) =>
      Array.from(
        new TextEncoder().encode(character),
        (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
      ).join(""),
    );
}

/** FNV-1a, 64 bits, 16 hex digits: pure and the same in browser and worker; it tells references apart, it protects nothing. */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0");
}
