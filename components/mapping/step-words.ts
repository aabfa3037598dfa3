import type { FieldKind } from "#lib/domain/field.ts";
import type { Transform } from "#lib/domain/mapping.ts";

export type PlainStep = Exclude<Transform["kind"], "date">;

/** The steps in words. The order here is the order in which they are applied. */
export const stepWords: Record<PlainStep, { label: string; sentence: string }> = {
  trim: { label: "Tidy spaces", sentence: "Removes spaces at both ends, doubled and invisible ones." },
  upper_case: { label: "Upper case", sentence: "Writes every letter as a capital." },
  country: { label: "Country to code", sentence: "Turns names and codes into the three-letter codes Passfort takes." },
  split_names: { label: "Split at spaces", sentence: "“Anna Maria” becomes a first and a middle name." },
};

/** The steps offered for each kind of field. */
export const stepsByKind: Record<FieldKind, readonly PlainStep[]> = {
  text: ["trim", "upper_case"],
  names: ["trim", "upper_case", "split_names"],
  date: ["trim"],
  country: ["trim", "country"],
  email: ["trim"],
  phone: ["trim"],
  gender: ["trim", "upper_case"],
};

/** The chosen steps in the order they are applied; a date step stays, at the end. */
export function withSteps(transforms: readonly Transform[], chosen: readonly string[]): Transform[] {
  const plain = (Object.keys(stepWords) as PlainStep[])
    .filter((kind) => chosen.includes(kind))
    .map((kind): Transform => ({ kind }));
  return [...plain, ...transforms.filter((step) => step.kind === "date")];
}
