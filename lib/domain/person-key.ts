import { lettersOf } from "./folded-text.ts";

/**
 * Eleven characters that are the same for everybody of one name and one birthday, and in a book of a million as good as never for
 * two others (55 bits). Names count by their letters alone: case, accents, blanks, hyphens and where the family name begins do not. It says
 * nothing about the person: it can only be compared.
 */
export function personKeyOf(givenNames: readonly string[], familyName: string, dateOfBirth: string): string {
  const written = dateOfBirth + givenNames.join("") + familyName;
  const text = isPlain(written) ? written : lettersOf(written);
  // The hash “cyrb53”, which is in the public domain: two multiplications a character.
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = foldedCode(text.charCodeAt(at));
    if (code === 0) continue;
    low = Math.imul(low ^ code, 2_654_435_761);
    high = Math.imul(high ^ code, 1_597_334_677);
  }
  return charactersOf(finished(low, high), finished(high, low));
}

/** Five bits a character, from “0” to “O”: a number written to a base takes longer than all the rest. */
const charactersOf = (one: number, other: number): string =>
  String.fromCharCode(
    48 + (one & 31),
    48 + ((one >>> 5) & 31),
    48 + ((one >>> 10) & 31),
    48 + ((one >>> 15) & 31),
    48 + ((one >>> 20) & 31),
    48 + ((one >>> 25) & 31),
    48 + (other & 31),
    48 + ((other >>> 5) & 31),
    48 + ((other >>> 10) & 31),
    48 + ((other >>> 15) & 31),
    48 + ((other >>> 20) & 31),
  );

/** Only letters that fold by themselves, as nearly all names of a book in English. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** The small letter of a capital one, and 0 for what is neither letter nor digit. */
function foldedCode(code: number): number {
  if (code >= 65 && code <= 90) return code + 32;
  return (code >= 97 && code <= 122) || code > 127 || (code >= 48 && code <= 57) ? code : 0;
}

const finished = (one: number, other: number): number =>
  Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909);
