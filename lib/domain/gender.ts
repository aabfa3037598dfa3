/** What exports write for the two values Passfort takes (API contract §3.3). */
const words: Record<string, "M" | "F"> = {
  m: "M",
  male: "M",
  man: "M",
  masculine: "M",
  f: "F",
  female: "F",
  woman: "F",
  feminine: "F",
};

/** M, F, or undefined when the text is neither. */
export const genderOf = (text: string): "M" | "F" | undefined => words[text.toLowerCase().replace(/\.$/, "")];
