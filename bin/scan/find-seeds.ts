import { lettersOf } from "../../lib/domain/folded-text.ts";
import type { Seed } from "./seeds.ts";

/**
 * The seeds that stand in a text: in any case and accents, with other separators, behind escapes of JSON and of addresses, and, for what is
 * mostly digits, only where no other digit or letter touches it.
 */
export function seedsIn(text: string, seeds: readonly Seed[]): Seed[] {
  const readable = unescaped(text);
  const letters = lettersOf(readable);
  return seeds.filter(({ value }) => {
    const wanted = lettersOf(value);
    return /^\d+$/.test(wanted) ? isAmongDigits(readable, wanted) : letters.includes(wanted);
  });
}

function isAmongDigits(text: string, digits: string): boolean {
  // Dates are written in three orders; a phone number with or without its country.
  const spellings =
    digits.length === 8 ? datesOf(digits) : [digits, digits.replace(/^44/, "0"), digits.replace(/^44/, "")];
  return spellings.some((spelling) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${[...spelling].join("[^\\p{L}\\p{N}]{0,2}")}(?![\\p{L}\\p{N}])`, "u").test(text),
  );
}

function datesOf(digits: string): string[] {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  return [`${year}${month}${day}`, `${day}${month}${year}`, `${month}${day}${year}`];
}

function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
      try {
        return decodeURIComponent(escapes);
      } catch {
        return escapes;
      }
    })
    .replace(/\+/g, " ");
}
