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

/** M, F, or undefined when the text is neither. */
export const genderOf = (text: string): "M" | "F" | undefined => words[text.toLowerCase().replace(/\.$/, "")];
