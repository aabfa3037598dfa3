import type { Encoding } from "../../domain/source-form.ts";

/**
 * Bytes that are Polish letters in Windows-1250 and ISO-8859-2, and in Windows-1252 signs that stand in no word: ł is ³, ż is ¿, ą is ¹ or ±.
 * What Czech and Hungarian share with the letters of Western Europe shows nothing.
 */
const both = [0xa3, 0xb3, 0xaf, 0xbf];
const only: Partial<Record<Encoding, readonly number[]>> = {
  "windows-1250": [0xa5, 0xb9, 0x9c, 0x9f, 0x8f],
  "iso-8859-2": [0xa1, 0xb1, 0xa6, 0xb6, 0xac, 0xbc],
};
const telling = new Set([...both, ...Object.values(only).flat()]);
/** Small letters; the others begin words, too. */
const small = new Set([0xb3, 0xbf, 0xb9, 0x9c, 0x9f, 0xb1, 0xb6, 0xbc]);

const foundMin = 3;

/** Counts such bytes inside words, of the bytes that are no UTF-8, whatever pieces they come in. */
export function centralEuropeanWatch() {
  const counts = new Map<number, number>();
  let before = 0;
  let waiting = 0;
  let isInside = false;
  const see = (byte: number, isBroken: boolean) => {
    // Inside a word, Ma³gorzata, or a capital at its beginning, £ukasz; not £5 and not ¿que.
    const isLetter = isSmall(byte) || isCapital(byte);
    if (waiting !== 0 && (isInside ? isLetter : isSmall(byte))) counts.set(waiting, (counts.get(waiting) ?? 0) + 1);
    isInside = isSmall(before) || isCapital(before);
    waiting = isBroken && telling.has(byte) && (isInside || !small.has(byte)) && !isDigit(before) ? byte : 0;
    before = byte;
  };
  return {
    see,
    /** Bytes that are UTF-8 from the first to the last. */
    pass(bytes: Uint8Array): void {
      if (bytes.length === 0) return;
      see(bytes[0] ?? 0, false);
      before = bytes.at(-1) ?? 0;
    },
    /** The encoding that these bytes speak for; undefined when there are too few of them. */
    verdict(): Encoding | undefined {
      const of = (some: readonly number[]) => some.reduce((sum, byte) => sum + (counts.get(byte) ?? 0), 0);
      const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
      if (all < foundMin) return undefined;
      return of(only["iso-8859-2"] ?? []) > of(only["windows-1250"] ?? []) ? "iso-8859-2" : "windows-1250";
    },
  };
}

/** A small letter of ASCII, or any letter beyond it. */
const isSmall = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || byte >= 0xc0;
const isCapital = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a;
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
