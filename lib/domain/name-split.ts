export type NameOrder = "given_first" | "family_first";
/** `isCertain`: a comma said where the family name ends, or there are two words in an order that a person stated. */
export type SplitName = { given: string; family: string; isCertain: boolean };

/** Words that belong to the family name behind them. */
const particles = new Set(
  "van von der den de del della di da dos das do du la le les ter ten zu zum zur af av bin binti ibn al el mac st saint".split(
    " ",
  ),
);

/** A full name in two parts. One word is a family name without a given one; what is not certain is for a person to look at. */
export function splitName(fullName: string, order: NameOrder): SplitName {
  const [beforeComma = "", ...afterComma] = fullName.split(",").map((part) => part.trim());
  if (afterComma.length === 1 && beforeComma !== "" && afterComma[0] !== "")
    return { family: beforeComma, given: afterComma[0] ?? "", isCertain: true };
  const words = fullName.replaceAll(",", " ").trim().split(/\s+/);
  if (words.length < 2) return { given: "", family: words.join(" "), isCertain: false };
  const at = order === "given_first" ? familyStart(words) : familyEnd(words);
  const [first, second] = [words.slice(0, at).join(" "), words.slice(at).join(" ")];
  return {
    given: order === "given_first" ? first : second,
    family: order === "given_first" ? second : first,
    isCertain: words.length === 2 && afterComma.length === 0,
  };
}

const isParticle = (word: string | undefined): boolean => word !== undefined && particles.has(word.toLowerCase());

function familyStart(words: readonly string[]): number {
  let at = words.length - 1;
  while (at > 1 && isParticle(words[at - 1])) at -= 1;
  return at;
}

function familyEnd(words: readonly string[]): number {
  let at = 1;
  while (at < words.length - 1 && isParticle(words[at - 1])) at += 1;
  return at;
}
