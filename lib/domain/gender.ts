import type { Transform } from "./mapping.ts";
import { valueKey } from "./value-key.ts";

/**
 * What exports write in six languages for the two values Passfort takes (API contract §3.3). Letters that mean one thing in one
 * language and another elsewhere (Spanish H and M) are left to a value map.
 */
const words: Record<string, "M" | "F"> = {
  m: "M",
  male: "M",
  man: "M",
  masculine: "M",
  f: "F",
  female: "F",
  woman: "F",
  feminine: "F",
  maennlich: "M",
  männlich: "M",
  weiblich: "F",
  w: "F",
  masculin: "M",
  homme: "M",
  féminin: "F",
  feminin: "F",
  femme: "F",
  masculino: "M",
  hombre: "M",
  femenino: "F",
  mujer: "F",
  maschile: "M",
  maschio: "M",
  femminile: "F",
  femmina: "F",
  mężczyzna: "M",
  kobieta: "F",
};

/**
 * What stands for what in a column of these values where its letters are not ours: H and M are a man and a woman in Spanish and
 * Portuguese, H and F in French. Undefined where M and F mean what Passfort means by them, or where nobody can know.
 */
export function foreignGenderOf(
  values: readonly string[],
): { pairs: { from: string; to: "M" | "F" }[]; reason: string } | undefined {
  const letters = lettersIn(values);
  if (!letters.has("h")) return undefined;
  if (letters.has("m") && letters.has("f")) return undefined;
  if (letters.has("m"))
    return {
      pairs: [
        { from: "H", to: "M" },
        { from: "M", to: "F" },
      ],
      reason: "Its values are H and M, as in Spanish (hombre, mujer): M is a woman here.",
    };
  return {
    pairs: [{ from: "H", to: "M" }],
    reason: letters.has("f")
      ? "Its values are H and F, as in French (homme, femme)."
      : "H is a man in Spanish and French.",
  };
}

/** Does M stand beside H, and would it still be read as a man? A wrong gender nobody would notice. */
export function isGenderDoubtful(values: readonly string[], transforms: readonly Transform[]): boolean {
  const letters = lettersIn(values);
  if (!letters.has("h") || !letters.has("m")) return false;
  return !transforms.some((step) => step.kind === "values" && step.pairs.some(({ from }) => letterOf(from) === "m"));
}

const letterOf = (value: string): string => valueKey(value).replace(/\.$/, "");
const lettersIn = (values: readonly string[]): Set<string> => new Set(values.map(letterOf));

/** M, F, or undefined when the text is neither. */
export const genderOf = (text: string): "M" | "F" | undefined => words[text.toLowerCase().replace(/\.$/, "")];
