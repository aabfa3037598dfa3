import { cellCleaner, issueOfCell, type RowSight, textOfCell } from "../../domain/clean-cell.ts";
import type { EntityType } from "../../domain/entity.ts";
import { fieldOf } from "../../domain/field.ts";
import type { Field } from "../../domain/field-shape.ts";
import { someInWords } from "../../domain/list-words.ts";
import type { Assignment, Transform, TransformOf } from "../../domain/mapping.ts";
import { plainText } from "../../domain/plain-text.ts";
import { valueKey } from "../../domain/value-key.ts";
import type { PlacedAnswer } from "./drift-file.ts";

/** From so many values on that do not fit, a column is not what it was. A few mistyped cells are no drift. */
const misfitShareMax = 0.1;
const examplesMax = 3;
const exampleLengthMax = 40;

/** Where the values of a file are no longer what an earlier mapping was made for. Shares are of different values, not of rows. */
export function valueFindingsOf(
  answers: readonly PlacedAnswer[],
  entityType: EntityType,
): { findings: string[]; datesToChoose: number[] } {
  const findings: string[] = [];
  const datesToChoose = new Set<number>();
  for (const { column, answer } of answers) {
    const field = fieldFor(answer, entityType);
    if (!field) continue;
    const filled = column.values.filter((value) => plainText(value) !== "");
    if (filled.length === 0) {
      findings.push(`“${column.name}” became ${field.label}; it is empty in this file.`);
      continue;
    }
    const date = answer.transforms.find((step) => step.kind === "date");
    const misfits = misfitsOf(filled, field, answer.transforms);
    if (misfits.length / filled.length > misfitShareMax) {
      if (date) datesToChoose.add(column.index);
      findings.push(misfitSentence(column.name, field, misfits, filled.length, date));
    }
    for (const step of answer.transforms)
      if (step.kind === "values") findings.push(...uncoveredSentence(column.name, filled, step, answer.transforms));
  }
  return { findings, datesToChoose: [...datesToChoose] };
}

/** The share of a column's values that an earlier answer could not read; undefined where the column has none or nothing can be wrong with them. */
export function misfitShare(values: readonly string[], answer: Assignment, entityType: EntityType): number | undefined {
  const field = fieldFor(answer, entityType);
  const filled = values.filter((value) => plainText(value) !== "");
  if (!field || filled.length === 0) return undefined;
  return misfitsOf(filled, field, answer.transforms).length / filled.length;
}

const fieldFor = ({ field: key }: Assignment, entityType: EntityType): Field | undefined =>
  key === null
    ? undefined
    : (fieldOf(entityType, key) ?? fieldOf(entityType === "company" ? "individual" : "company", key));

/** Other columns are not at hand here: conditions are taken to hold, and a value map's gaps are told for themselves. */
function misfitsOf(filled: readonly string[], field: Field, transforms: readonly Transform[]): string[] {
  const clean = cellCleaner(field, withoutConditions(transforms));
  return filled.filter((value) => {
    let warned = false;
    const row: RowSight = {
      cells: [],
      country: undefined,
      warn: ({ code }) => {
        warned = code === "field.phone";
      },
    };
    const issue = issueOfCell(clean(value, row));
    // A national number is read by the country of its row, which is not known here.
    const isNational = warned && /^[\d\s()/.-]*\d[\d\s()/.-]*$/.test(value);
    return (issue !== undefined && issue.code !== "field.value_unmapped") || (warned && !isNational);
  });
}

const withoutConditions = (transforms: readonly Transform[]) => transforms.filter(({ kind }) => kind !== "when");

const kindWords: Partial<Record<Field["kind"], string>> = {
  country: "a country",
  gender: "a gender",
  phone: "a phone number",
  email: "an e-mail address",
};

function misfitSentence(
  name: string,
  field: Field,
  misfits: readonly string[],
  all: number,
  date: TransformOf<"date"> | undefined,
): string {
  const share =
    misfits.length === all
      ? "none of its values is"
      : `${Math.round((misfits.length / all) * 100)} % of its different values are not`;
  const examples = `for example ${quotedSome(misfits)}`;
  if (date) return `“${name}” was written as ${date.format}; ${share}, ${examples}. Choose how its dates are written.`;
  return `“${name}” became ${field.label}, ${kindWords[field.kind] ?? "a value of its kind"}; ${share}, ${examples}.`;
}

const leftWords: Record<TransformOf<"values">["otherwise"], string | undefined> = {
  // That some values stay as they are is what a person chose.
  keep: undefined,
  nothing: "They would become nothing.",
  issue: "Rows with them would have an issue.",
};

function uncoveredSentence(
  name: string,
  filled: readonly string[],
  step: TransformOf<"values">,
  transforms: readonly Transform[],
): string[] {
  const what = leftWords[step.otherwise];
  if (!what) return [];
  const known = new Set(step.pairs.map(({ from }) => valueKey(from)));
  const before = cellCleaner(plainField, withoutConditions(transforms.slice(0, transforms.indexOf(step))));
  const row: RowSight = { cells: [], country: undefined, warn: () => {} };
  const unknown = new Map<string, string>();
  for (const value of filled) {
    const text = textOfCell(before(value, row));
    if (text !== "" && !known.has(valueKey(text))) unknown.set(valueKey(text), text);
  }
  if (unknown.size === 0) return [];
  const values = [...unknown.values()];
  const count = values.length === 1 ? "1 value" : `${values.length} values`;
  return [`The value map of “${name}” does not know ${count} of this file: ${quotedSome(values)}. ${what}`];
}

const plainField: Field = { key: "", label: "", kind: "text", path: "", group: "Identity" };

function quotedSome(values: readonly string[]): string {
  const short = (text: string) => (text.length > exampleLengthMax ? `${text.slice(0, exampleLengthMax)}…` : text);
  return someInWords(
    values.map((value) => `“${short(value)}”`),
    examplesMax,
  );
}
