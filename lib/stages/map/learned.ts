import { readDate } from "../../domain/calendar-date.ts";
import { alpha3Of, nationalityOf } from "../../domain/country.ts";
import type { EntityType } from "../../domain/entity.ts";
import { fieldOf } from "../../domain/field.ts";
import type { Field } from "../../domain/field-shape.ts";
import { dateFormats } from "../../domain/mapping.ts";
import { plainText } from "../../domain/plain-text.ts";
import { valueKey } from "../../domain/value-key.ts";
import { headerKey } from "./header-words.ts";

/** In so many files of a source system a header became this field, or was ignored on purpose (null). */
export type LearnedAnswer = { sourceSystem: string; header: string; field: string | null; files: number };

/** What earlier mappings say about a header: those of the same source system, and those of others. */
export type Learned = { here: LearnedWay; elsewhere: LearnedWay };
type LearnedWay = { answerByHeader: ReadonlyMap<string, Tally>; whose: string };
type Tally = { field: string | null; files: number };

export const nothingLearned: Learned = {
  here: { answerByHeader: new Map(), whose: "" },
  elsewhere: { answerByHeader: new Map(), whose: "" },
};

export function learnedOf(answers: readonly LearnedAnswer[], sourceSystem: string): Learned {
  const here = valueKey(sourceSystem);
  const isHere = (answer: LearnedAnswer) => valueKey(answer.sourceSystem) === here;
  return {
    here: { answerByHeader: majorities(answers.filter(isHere)), whose: sourceSystem },
    elsewhere: { answerByHeader: majorities(answers.filter((answer) => !isHere(answer))), whose: "other systems" },
  };
}

/** The answer that most mappings gave to a header, if one has more than half of them. */
function majorities(answers: readonly LearnedAnswer[]): Map<string, Tally> {
  const byHeader = Map.groupBy(answers, ({ header }) => headerKey(header));
  byHeader.delete("");
  return new Map(
    [...byHeader].flatMap(([key, given]): [string, Tally][] => {
      const files = new Map<string | null, number>();
      for (const { field, files: more } of given) files.set(field, (files.get(field) ?? 0) + more);
      const all = [...files.values()].reduce((sum, more) => sum + more, 0);
      const [most] = [...files].sort(([, a], [, b]) => b - a);
      return most && most[1] * 2 > all ? [[key, { field: most[0], files: most[1] }]] : [];
    }),
  );
}

export type LearnedField = { field: Field; reason: string };
type Column = { name: string; values: readonly string[] };

/** The field that people gave this header before; not where the values contradict it. */
export function learnedField(
  { answerByHeader, whose }: LearnedWay,
  { name, values }: Column,
  entityType: EntityType,
): LearnedField | undefined {
  const answer = answerByHeader.get(headerKey(name));
  const field = answer?.field ? fieldOf(entityType, answer.field) : undefined;
  if (!answer || !field || contradicts(field, values)) return undefined;
  return { field, reason: `“${name}” became ${field.label} in ${mappingsInWords(answer.files)} of ${whose}.` };
}

/** Why a column is proposed to be ignored: only what the same source system's mappings say counts. */
export function learnedToIgnore({ here }: Learned, name: string): string | undefined {
  const answer = here.answerByHeader.get(headerKey(name));
  if (answer?.field !== null) return undefined;
  return `“${name}” was ignored on purpose in ${mappingsInWords(answer.files)} of ${here.whose}.`;
}

const mappingsInWords = (files: number): string => (files === 1 ? "an earlier mapping" : `${files} earlier mappings`);

const emailShape = /^[^\s@]+@[^\s@]+$/;

/** Not one of the values can be what the field needs: whatever the header was called before, this column is something else. */
function contradicts({ key, kind }: Field, values: readonly string[]): boolean {
  const filled = values.map(plainText).filter((value) => value !== "");
  if (filled.length === 0) return false;
  if (kind === "date")
    return !filled.some((value) => dateFormats.some((format) => readDate(value, format, 2100).kind === "date"));
  if (kind === "country")
    return !filled.some((value) => (key === "nationality" ? nationalityOf(value) : alpha3Of(value)) !== undefined);
  return kind === "email" && !filled.some((value) => emailShape.test(value));
}
