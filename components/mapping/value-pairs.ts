import { type Transform, type TransformOf, valuePairsMax } from "#lib/domain/mapping.ts";
import { valueKey } from "#lib/domain/value-key.ts";
import { withStep } from "./step-words.ts";

export type ValuesStep = TransformOf<"values">;

/** What the map makes of a value: a text, "" for nothing; undefined when it has no line for it. */
export const mappedTo = ({ pairs }: ValuesStep, value: string): string | undefined =>
  pairs.find(({ from }) => valueKey(from) === valueKey(value))?.to;

/** The map with these values becoming `to`; undefined takes them out of it. Lines keep their place, new ones come last. */
export function withTarget(step: ValuesStep, values: readonly string[], to: string | undefined): ValuesStep {
  const wanted = new Map(values.map((value) => [valueKey(value), value]));
  const pairs = step.pairs.flatMap((pair) => {
    if (!wanted.has(valueKey(pair.from))) return [pair];
    wanted.delete(valueKey(pair.from));
    return to === undefined ? [] : [{ ...pair, to }];
  });
  const fresh = to === undefined ? [] : [...wanted.values()].map((from) => ({ from, to }));
  return { ...step, pairs: [...pairs, ...fresh].slice(0, valuePairsMax) };
}

/** The steps with a value map among them, and where it stands: in front of whatever reads countries, dates or phones. */
export function withValueMap(transforms: readonly Transform[]): { transforms: Transform[]; at: number } {
  const at = transforms.findIndex(({ kind }) => kind === "values");
  if (at !== -1) return { transforms: [...transforms], at };
  const next = withStep(transforms, { kind: "values", pairs: [], otherwise: "keep" });
  return { transforms: next, at: next.findIndex(({ kind }) => kind === "values") };
}
