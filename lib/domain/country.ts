import { countryNames } from "./country-names.ts";
import { nationalityWords } from "./nationality-words.ts";

/** ISO 3166-1 alpha-3 (API contract §3.5) of a country written as alpha-2, alpha-3, a name in one of five languages, or an English nationality; never guessed. */
export function alpha3Of(text: string): string | undefined {
  return alpha3ByText().get(plainWords(text));
}

/** Is this exactly one of the codes we send? */
export const isAlpha3 = (text: string): boolean => Object.hasOwn(countryNames, text);

/** The English name of an alpha-3 code; the code itself when it is none of ours. */
export const countryNameOf = (alpha3: string): string => countryNames[alpha3]?.split("|")[1] ?? alpha3;

/** Letters and digits only, no accents, lower case, one space between words, no leading "the". */
export function plainWords(text: string): string {
  const letters = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("&", " and ");
  return letters
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the /, "");
}

let built: Map<string, string> | undefined;

/** Built at the first question: a page that asks nothing pays nothing. */
function alpha3ByText(): Map<string, string> {
  if (built) return built;
  built = new Map();
  for (const [alpha3, line] of Object.entries(countryNames)) {
    const [alpha2 = "", , ...aliases] = line.split("|");
    built.set(alpha2.toLowerCase(), alpha3).set(alpha3.toLowerCase(), alpha3);
    for (const alias of aliases) if (!built.has(alias)) built.set(alias, alpha3);
  }
  for (const [alpha3, words] of Object.entries(nationalityWords)) {
    for (const word of words.split("|")) if (!built.has(word)) built.set(word, alpha3);
  }
  return built;
}
