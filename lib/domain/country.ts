import { countryNames } from "./country-names.ts";
import { nationalityWords } from "./nationality-words.ts";
import { nationalityWordsAbroad } from "./nationality-words-abroad.ts";

/** ISO 3166-1 alpha-3 (API contract §3.5) of a country written as alpha-2, alpha-3, a name in one of six languages, or an English nationality; never guessed. */
export function alpha3Of(text: string): string | undefined {
  return alpha3ByText().get(plainWords(text));
}

/** The same for a nationality: what people are called in six languages goes before what countries are called. */
export function nationalityOf(text: string): string | undefined {
  const words = plainWords(text);
  return alpha3ByNationality().get(words) ?? alpha3ByText().get(words);
}

/** Is this exactly one of the codes we send? */
export const isAlpha3 = (text: string): boolean => Object.hasOwn(countryNames, text);

/** The English name of an alpha-3 code; the code itself when it is none of ours. */
export const countryNameOf = (alpha3: string): string => countryNames[alpha3]?.split("|")[1] ?? alpha3;

/** Every country we send, for a list to choose from. */
export const allCountries = (): { alpha3: string; name: string }[] =>
  Object.keys(countryNames)
    .map((alpha3) => ({ alpha3, name: countryNameOf(alpha3) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** Letters and digits only, no accents, lower case, one space between words, no leading "the". */
export function plainWords(text: string): string {
  // Most cells of a million are a code or one plain word; the long way costs ten times as much.
  if (/^[A-Za-z]+$/.test(text)) return text.toLowerCase();
  const letters = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("&", " and ");
  return letters
    .replace(/[łßøđæı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the /, "");
}

/** Letters that carry their mark within and so do not come apart. */
const plainLetters: Record<string, string> = { ł: "l", ß: "ss", ø: "o", đ: "d", æ: "ae", ı: "i" };

let builtNationalities: Map<string, string> | undefined;

function alpha3ByNationality(): Map<string, string> {
  builtNationalities ??= new Map(
    [nationalityWords, nationalityWordsAbroad].flatMap((table) =>
      Object.entries(table).flatMap(([alpha3, line]) => line.split("|").map((word) => [word, alpha3] as const)),
    ),
  );
  return builtNationalities;
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
