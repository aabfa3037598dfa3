import type { EntityType } from "../../domain/entity.ts";
import type { Field } from "../../domain/field-shape.ts";
import { foreignGenderOf } from "../../domain/gender.ts";
import { joinsByNature, type Transform } from "../../domain/mapping.ts";
import { withAddressesBeside } from "./address-beside.ts";
import { byContent } from "./by-content.ts";
import { byExactHeader, bySecondChoice, bySimilarHeader, isNamedExactly } from "./by-header.ts";
import { type DateEvidence, dateEvidenceOf } from "./date-evidence.ts";
import { headerKey } from "./header-words.ts";
import { type Learned, learnedField, learnedToIgnore, nothingLearned } from "./learned.ts";
import type { ColumnEvidence, Confidence, Match } from "./match.ts";
import { isTrap } from "./traps.ts";
import { typedNumbers } from "./typed-number.ts";
import { wholeNameMatches } from "./whole-name.ts";

/** `of`: the number of an associate of the row, as in an assignment; `also`: other fields that the same column feeds. */
export type Suggestion = {
  of?: number;
  field: string;
  transforms: Transform[];
  also?: { of?: number; field: string; transforms: Transform[] }[];
  confidence: Confidence;
  reason: string;
};
/** `ignoreReason`: why it is proposed to be ignored. */
export type SuggestedColumn = { suggestion: Suggestion | null; ignoreReason?: string; dateAmbiguous: boolean };

/**
 * A proposal for every column, by what people answered before, by header, and by content; a field is proposed once, save those that join
 * several columns. A trap stays a trap, unless people mapped that very header of this source system before.
 */
export function suggestionsOf(
  columns: readonly ColumnEvidence[],
  entityType: EntityType,
  learned: Learned = nothingLearned,
): SuggestedColumn[] {
  const found = columns.map((column) => ({
    column,
    dates: dateEvidenceOf(column.dates),
    ignoreReason: learnedToIgnore(learned, column.name),
    match: undefined as Match | undefined,
  }));
  const hasValues = columns.some((column) => !isEmpty(column));
  const taken = new Set<string>();
  const take = (entry: (typeof found)[number], proposed: Match | undefined) => {
    if (!proposed || entry.match || entry.ignoreReason) return;
    // A date needs its format, and an empty column has none: it would only hold up the saving. A template of ours may still be filled in.
    const { name } = entry.column;
    if (proposed.field.kind === "date" && hasValues && isEmpty(entry.column) && !isLabel(name, proposed.field)) return;
    const mayJoin = proposed.confidence === "sure" && joinsByNature(proposed.field.key);
    if (taken.has(proposed.field.key) && !mayJoin) return;
    entry.match = proposed;
    for (const key of [proposed.field.key, ...(proposed.also ?? []).map(({ field }) => field)]) taken.add(key);
  };
  const learnedHere = byLearned(learned.here, "sure");
  const typed = typedNumbers(columns);
  for (const match of [
    learnedHere,
    byExactHeader,
    byLearned(learned.elsewhere, "likely"),
    bySecondChoice(taken),
    bySimilarHeader,
    byContent,
  ]) {
    for (const entry of found) {
      const { column, dates } = entry;
      if (match === learnedHere) {
        take(entry, match(column, entityType, dates));
        continue;
      }
      // What a bare number is, the column beside it says; where it says several things, nobody can say it for all rows.
      const told = typed.get(column.index);
      if (told === null) continue;
      const asked = told?.column ?? column;
      // A birth name is not the name, but it is what it says: a trap is only avoided where no field is meant for it.
      if (isTrap(asked.name) && !isNamedExactly(asked.name, entityType)) continue;
      const proposed = match(asked, entityType, dates);
      take(entry, told && proposed ? { ...proposed, confidence: "likely", reason: told.reason } : proposed);
    }
  }
  for (const { at, match } of wholeNameMatches(found, entityType)) {
    const entry = found[at];
    if (entry && !isTrap(entry.column.name)) take(entry, match);
  }
  return withAddressesBeside(found, entityType).map(({ column: { values }, match, dates, ignoreReason }) => ({
    suggestion: match
      ? {
          field: match.field.key,
          transforms: match.transforms ?? transformsFor(match.field, dates, values),
          ...(match.also ? { also: match.also } : {}),
          confidence: match.confidence,
          reason: `${match.reason}${match.field.kind === "gender" ? foreignWords(values) : ""}`,
        }
      : null,
    ignoreReason,
    dateAmbiguous: dates.kind === "either" || dates.kind === "mixed",
  }));
}

const isEmpty = ({ values }: ColumnEvidence): boolean => values.every((value) => value.trim() === "");

const isLabel = (name: string, { label }: Field): boolean => headerKey(name) === headerKey(label);

const byLearned =
  (way: Learned["here"], confidence: Confidence) =>
  (column: ColumnEvidence, entityType: EntityType): Match | undefined => {
    const known = learnedField(way, column, entityType);
    return known && { ...known, confidence };
  };

function transformsFor(field: Field, dates: DateEvidence, values: readonly string[]): Transform[] {
  const trim: Transform = { kind: "trim" };
  if (field.kind === "gender") {
    const foreign = foreignGenderOf(values);
    return foreign ? [trim, { kind: "values", pairs: foreign.pairs, otherwise: "keep" }] : [trim];
  }
  if (field.kind === "country") return [trim, { kind: "country" }];
  // Without proof no format is chosen for a person: a date read in the wrong order is another birthday.
  if (field.kind === "date" && dates.kind === "proven")
    return [trim, { kind: "date", format: dates.format, ...(dates.also.length > 0 ? { also: dates.also } : {}) }];
  return [trim];
}

const foreignWords = (values: readonly string[]): string => {
  const foreign = foreignGenderOf(values);
  return foreign ? ` ${foreign.reason}` : "";
};
