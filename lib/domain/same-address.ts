import { alpha3Of } from "./country.ts";
import type { Address } from "./entity.ts";
import { lettersOf } from "./folded-text.ts";

/**
 * Does the address that was read back say what we sent? Passfort takes one line apart by itself, and gives structured
 * addresses back with empty parts and in other letters, so country, postal code and words are held against each other,
 * never bytes (API contract §3.5). `read.text` is not looked at: it repeats what was sent, whatever became of it.
 */
export function sameAddress(sent: Address, read: Address): boolean {
  if (lettersOf(sent.country ?? "") !== lettersOf(read.country ?? "")) return false;
  const isOneLine = streetOf(sent) === "" && regionOf(sent) === "" && !sent.postalCode?.trim();
  const line = isOneLine ? withoutCountry(sent) : `${streetOf(sent)} ${regionOf(sent)}`;

  const sentWords = wordsOf(line, [sent.postalCode, read.postalCode]);
  const postalCode = lettersOf(read.postalCode ?? "");
  const street = wordsOf(streetOf(read), [read.postalCode]);
  const region = wordsOf(regionOf(read), [read.postalCode]);
  if (!isOneLine) addWord(sentWords, lettersOf(sent.postalCode ?? ""));

  const readWords = new Set([...street, ...region, ...(postalCode === "" ? [] : [postalCode])]);
  if (!isWithin(sentWords, readWords)) return false;
  // From one line Passfort may conclude a town, a county or a state that was not in it; nothing else.
  const mayNotBeNew = isOneLine ? new Set([...street, ...(postalCode === "" ? [] : [postalCode])]) : readWords;
  return isWithin(mayNotBeNew, sentWords);
}

/** A line often ends in the country's name, which goes out, and comes back, as its code. */
function withoutCountry({ text = "", country }: Address): string {
  const last = text.lastIndexOf(",");
  return last !== -1 && country && alpha3Of(text.slice(last + 1)) === country ? text.slice(0, last) : text;
}

const streetOf = ({ premise, streetNumber, route }: Address) => joined(premise, streetNumber, route);
const regionOf = ({ locality, postalTown, county, stateProvince }: Address) =>
  joined(locality, postalTown, county, stateProvince);

function joined(...parts: (string | undefined)[]): string {
  return parts
    .filter((part) => part?.trim())
    .join(", ")
    .trim();
}

/** The words of a line; a postal code in it is one word, however it is spaced: `W1 2ZT` is `W12ZT`. */
function wordsOf(line: string, postalCodes: readonly (string | undefined)[]): Set<string> {
  const words = line.split(/[^\p{L}\p{N}\p{M}'’]+/u).flatMap((word) => lettersOf(word) || []);
  return new Set(postalCodes.map((code) => lettersOf(code ?? "")).reduce(withOneWord, words));
}

/** Words next to each other that together are `wanted` become one, wherever they stand. */
function withOneWord(words: readonly string[], wanted: string): string[] {
  for (let from = 0; from < words.length && wanted !== ""; from += 1) {
    for (let to = from + 1; to <= words.length; to += 1) {
      const together = words.slice(from, to).join("");
      if (together === wanted) return [...words.slice(0, from), wanted, ...withOneWord(words.slice(to), wanted)];
      if (together.length >= wanted.length) break;
    }
  }
  return [...words];
}

function addWord(words: Set<string>, word: string): void {
  if (word !== "") words.add(word);
}

function isWithin(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...words].every((word) => others.has(word));
}
