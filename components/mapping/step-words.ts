import type { FieldKind } from "#lib/domain/field-shape.ts";
import type { Transform, TransformOf } from "#lib/domain/mapping.ts";

export type StepKind = Transform["kind"];

/** The steps in words; `sentence` says what a step does. */
export const stepWords: Record<StepKind, { label: string; sentence: string }> = {
  trim: { label: "Tidy spaces", sentence: "Removes spaces at both ends, doubled and invisible ones." },
  upper_case: { label: "Upper case", sentence: "Writes every letter as a capital." },
  lower_case: { label: "Lower case", sentence: "Writes every letter small." },
  title_case: { label: "Capital at each word", sentence: "SMITH-JONES becomes Smith-Jones." },
  replace: { label: "Replace text", sentence: "Replaces a piece of text wherever it stands, letter for letter." },
  split: { label: "Take one part", sentence: "Cuts the cell at a separator and takes one of the parts." },
  date: { label: "Read the date", sentence: "Reads the date in the format chosen, never in another." },
  country: { label: "Country to code", sentence: "Turns names and codes into the three-letter codes Passfort takes." },
  phone: {
    label: "Phone to international",
    sentence: "Writes the number with its country code, read by the country of the row.",
  },
  split_names: { label: "Split at spaces", sentence: "“Anna Maria” becomes a first and a middle name." },
  name_part: { label: "Part of a full name", sentence: "Takes given or family names; doubtful splits get a warning." },
  values: { label: "Value map", sentence: "Turns the values you list into others." },
  default: { label: "When empty, use", sentence: "Fills in a value where nothing is left of the cell." },
  when: { label: "Only where", sentence: "Takes the cell only in rows where another column says so." },
};

const anywhere: readonly StepKind[] = ["trim", "replace", "split", "values", "default", "when"];
const letters: readonly StepKind[] = ["upper_case", "lower_case", "title_case"];

/** The steps offered for each kind of field. The date format has a place of its own. */
export const stepsByKind: Record<FieldKind, readonly StepKind[]> = {
  text: [...anywhere, ...letters, "name_part"],
  names: [...anywhere, ...letters, "split_names", "name_part"],
  date: anywhere,
  country: [...anywhere, "country"],
  email: [...anywhere, "lower_case"],
  phone: [...anywhere, "phone"],
  gender: anywhere,
  role: [...anywhere, ...letters],
  percentage: anywhere,
  whole_number: anywhere,
  yes_no: anywhere,
  ownership: anywhere,
  document_use: anywhere,
  document_category: anywhere,
  document_type: [...anywhere, "upper_case"],
  document_side: anywhere,
  note: [...anywhere, ...letters],
};

/** A step as it is when a person has just added it, before its own words are filled in. */
export const freshSteps: { [K in StepKind]: (column: number, field: string) => TransformOf<K> } = {
  trim: () => ({ kind: "trim" }),
  upper_case: () => ({ kind: "upper_case" }),
  lower_case: () => ({ kind: "lower_case" }),
  title_case: () => ({ kind: "title_case" }),
  replace: () => ({ kind: "replace", find: " ", by: " " }),
  split: () => ({ kind: "split", separator: ",", part: 1 }),
  date: () => ({ kind: "date", format: "YYYY-MM-DD" }),
  country: () => ({ kind: "country" }),
  phone: () => ({ kind: "phone" }),
  split_names: () => ({ kind: "split_names" }),
  name_part: (_, field) => ({
    kind: "name_part",
    part: field === "familyName" ? "family" : "given",
    order: "given_first",
  }),
  values: () => ({ kind: "values", pairs: [], otherwise: "keep" }),
  default: () => ({ kind: "default", value: "?" }),
  when: (column) => ({ kind: "when", condition: { column, test: "filled", values: [] } }),
};

/** Steps whose order matters little stand before the date, which needs its text ready; the rest keeps the order a person gave. */
export function withStep(transforms: readonly Transform[], step: Transform): Transform[] {
  const at = transforms.findIndex(({ kind }) => kind === "date" || kind === "country" || kind === "phone");
  return at === -1 || step.kind === "default"
    ? [...transforms, step]
    : [...transforms.slice(0, at), step, ...transforms.slice(at)];
}
