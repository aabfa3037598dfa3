/** What exports write in six languages. A lone “n” or “s” is clear enough; a lone “t” or “0.5” is not. */
const words = {
  yes: "yes y true 1 active ja j wahr aktiv oui o vrai actif si sí s verdadero activo vero attivo tak prawda aktywny",
  no: "no n false 0 inactive nein falsch inaktiv non faux inactif falso inactivo inattivo nie falsz fałsz nieaktywny",
} as const;

const answerByWord = new Map<string, "yes" | "no">([
  ...words.yes.split(" ").map((word) => [word, "yes"] as const),
  ...words.no.split(" ").map((word) => [word, "no"] as const),
]);

/** yes, no, or undefined when the text is neither. */
export const yesNoOf = (text: string): "yes" | "no" | undefined => answerByWord.get(text.toLowerCase());
