import { lettersOf } from "./folded-text.ts";

/**
 * Eleven characters that are the same for everybody of one name and one birthday, and in a book of a million as good as never for
 * two others (55 bits). Names count by their letters alone: case, accents, blanks, hyphens and where the family name begins do not. It says
 * nothing about the person: it can only be compared.
 */
export function personKeyOf(givenNames: readonly string[], familyName: string, dateOfBirth: string): string {
  let text = dateOfBirth;
  for (const given of givenNames) text += given;
  text += familyName;
  // The hash “cyrb53”, which is in the public domain: two multiplications a letter.
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const letters = foldedByUnit[text.charCodeAt(at)] ?? foldedUnit(text.charCodeAt(at));
    for (let letter = 0; letter < letters.length; letter += 1) {
      const code = letters.charCodeAt(letter);
      low = Math.imul(low ^ code, 2_654_435_761);
      high = Math.imul(high ^ code, 1_597_334_677);
    }
  }
  return charactersOf(finished(low, high), finished(high, low));
}

/** The letters and digits of a code unit; nothing for a blank or an accent. Remembered: a book of any size is written in few. */
const foldedByUnit = new Array<string | undefined>(0x1_0000);

function foldedUnit(unit: number): string {
  const character = String.fromCharCode(unit);
  // Half a character tells nothing by itself, and both halves stay.
  const folded = unit >= 0xd800 && unit <= 0xdfff ? character : lettersOf(character);
  foldedByUnit[unit] = folded;
  return folded;
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

const finished = (one: number, other: number): number =>
  Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909);
