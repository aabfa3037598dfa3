import type { Transform, TransformOf } from "./mapping.ts";
import { isSameJson } from "./same-json.ts";
import { type ColumnWords, otherwiseWords, stepInWords } from "./step-words.ts";
import { valueKey } from "./value-key.ts";

/** One side of a comparison: the steps of a column for a field, and how that side calls its columns. */
export type Steps = { transforms: readonly Transform[]; column: ColumnWords };
type Pair = { before: number; after: number };

/** What changed between two lists of steps, each as the end of a sentence about their column; empty when nothing did. */
export function stepDifferences(before: Steps, after: Steps): string[] {
  const { same, changed, added, removed } = paired(before, after);
  const said = [
    ...removed.map((step) => `the step “${stepInWords(step, before.column)}” was taken out`),
    ...changed.flatMap(([old, now]) => changeInWords(old, before.column, now, after.column)),
    ...added.map((step) => `the step “${stepInWords(step, after.column)}” was added`),
  ];
  const isReordered = same.some((pair, at) => at > 0 && (same[at - 1]?.after ?? 0) > pair.after);
  if (!isReordered) return said;
  const order = after.transforms.map((step) => stepInWords(step, after.column)).join(", then ");
  return [...said, `the steps are applied in another order: ${order}`];
}

/** Steps that are the same first; what is left of one kind is taken for the same step with other settings. */
function paired(before: Steps, after: Steps) {
  const free = new Set(after.transforms.keys());
  const left = new Set(before.transforms.keys());
  const pairs: Pair[] = [];
  const pairUp = (alike: (a: Transform, b: Transform) => boolean) => {
    for (const at of left) {
      const old = before.transforms[at];
      const match = [...free].find((each) => {
        const now = after.transforms[each];
        return old && now && alike(old, now);
      });
      if (match === undefined) continue;
      pairs.push({ before: at, after: match });
      left.delete(at);
      free.delete(match);
    }
  };
  // With the words of their columns: a condition on the same column of a file in another order is the same.
  const told = (step: Transform, column: ColumnWords) => ({
    ...step,
    condition: step.kind === "when" ? { ...step.condition, column: column(step.condition.column) } : undefined,
  });
  const isSame = (old: Transform, now: Transform) => isSameJson(told(old, before.column), told(now, after.column));
  pairUp(isSame);
  pairUp((old, now) => old.kind === now.kind);
  const same = pairs.sort((a, b) => a.before - b.before);
  const changed = same.flatMap((pair): [Transform, Transform][] => {
    const old = before.transforms[pair.before];
    const now = after.transforms[pair.after];
    return old && now && !isSame(old, now) ? [[old, now]] : [];
  });
  const stepsAt = (places: Set<number>, { transforms }: Steps) => [...places].flatMap((at) => transforms[at] ?? []);
  return { same, changed, added: stepsAt(free, after), removed: stepsAt(left, before) };
}

function changeInWords(old: Transform, oldColumn: ColumnWords, now: Transform, nowColumn: ColumnWords): string[] {
  if (old.kind === "values" && now.kind === "values") return valuesChange(old, now);
  const [was, is] = [stepInWords(old, oldColumn), stepInWords(now, nowColumn)];
  if (old.kind === "date" && now.kind === "date" && was !== is)
    return [`${is.replace("dates as", "dates are read as")} instead of ${was.replace("dates as ", "")}`];
  return [was === is ? `the step “${is}” was written anew` : `the step “${was}” is now “${is}”`];
}

const linesMax = 12;

function valuesChange(old: TransformOf<"values">, now: TransformOf<"values">): string[] {
  const [was, is] = [linesOf(old), linesOf(now)];
  const lines = [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [before, after] = [was.get(key), is.get(key)];
    if (before?.to === after?.to) return [];
    const from = `“${after?.from ?? before?.from}”`;
    if (!after) return [`the value map no longer turns ${from} into ${outcome(before?.to)}`];
    const instead = before ? ` instead of ${outcome(before.to)}` : "";
    return [`the value map now turns ${from} into ${outcome(after.to)}${instead}`];
  });
  const more = lines.length > linesMax ? [`${lines.length - linesMax} more lines of the value map changed`] : [];
  const rest = old.otherwise === now.otherwise ? [] : [`in the value map, ${otherwiseWords[now.otherwise]} now`];
  const said = [...lines.slice(0, linesMax), ...more, ...rest];
  return said.length > 0 ? said : ["the lines of the value map were written anew, to the same effect"];
}

const outcome = (to: string | undefined): string => (to === undefined || to === "" ? "nothing" : `“${to}”`);

/** As the value map is applied: by key, the last line of a key counts. */
const linesOf = ({ pairs }: TransformOf<"values">) => new Map(pairs.map((pair) => [valueKey(pair.from), pair]));
