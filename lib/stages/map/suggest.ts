import { alpha3Of } from "../../domain/country.ts";
import type { DateGroup } from "../../domain/date-groups.ts";
import type { EntityType } from "../../domain/entity.ts";
import { fieldsByEntityType } from "../../domain/field.ts";
import type { Field } from "../../domain/field-shape.ts";
import { foreignGenderOf } from "../../domain/gender.ts";
import { joinsByNature, type Transform } from "../../domain/mapping.ts";
import { e164Of } from "../../domain/phone.ts";
import { type DateEvidence, dateEvidenceOf } from "./date-evidence.ts";
import { fieldAliases } from "./field-aliases.ts";
import { headerKey, headerWords } from "./header-words.ts";
import { type Learned, learnedField, learnedToIgnore, nothingLearned } from "./learned.ts";
import { moreAliases } from "./more-aliases.ts";
import { isTrap } from "./traps.ts";

/** `of`: the number of an associate of the row, as in an assignment; `also`: other fields that the same column feeds. */
export type Suggestion = {
  of?: number;
  field: string;
  transforms: Transform[];
  also?: { of?: number; field: string; transforms: Transform[] }[];
  confidence: "sure" | "likely";
  reason: string;
};
/** `values`: distinct values of the column, most frequent first; `dates`: how all of them can be read as dates. */
export type ColumnEvidence = { index: number; name: string; values: readonly string[]; dates: readonly DateGroup[] };
/** `ignoreReason`: why it is proposed to be ignored. */
export type SuggestedColumn = { suggestion: Suggestion | null; ignoreReason?: string; dateAmbiguous: boolean };

type Match = { field: Field; confidence: "sure" | "likely"; reason: string };

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
    dates: dateEvidenceOf(column.dates),
    values: column.values,
    ignoreReason: learnedToIgnore(learned, column.name),
    match: undefined as Match | undefined,
  }));
  const taken = new Set<string>();
  const learnedHere = byLearned(learned.here, "sure");
  for (const match of [
    learnedHere,
    byExactHeader,
    byLearned(learned.elsewhere, "likely"),
    bySimilarHeader,
    byContent,
  ]) {
    columns.forEach((column, at) => {
      const entry = found[at];
      if (!entry || entry.match || entry.ignoreReason) return;
      // A birth name is not the name, but it is what it says: a trap is only avoided where no field is meant for it.
      if (isTrap(column.name) && match !== learnedHere && !isNamedExactly(column.name, entityType)) return;
      const proposed = match(column, entityType, entry.dates);
      if (
        !proposed ||
        (taken.has(proposed.field.key) && !(proposed.confidence === "sure" && joinsByNature(proposed.field.key)))
      )
        return;
      entry.match = proposed;
      taken.add(proposed.field.key);
    });
  }
  return found.map(({ match, dates, values, ignoreReason }) => ({
    suggestion: match
      ? {
          field: match.field.key,
          transforms: transformsFor(match.field, dates, values),
          confidence: match.confidence,
          reason: `${match.reason}${match.field.kind === "gender" ? foreignWords(values) : ""}`,
        }
      : null,
    ignoreReason,
    dateAmbiguous: dates.kind === "either" || dates.kind === "mixed",
  }));
}

const byLearned =
  (way: Learned["here"], confidence: Match["confidence"]) =>
  (column: ColumnEvidence, entityType: EntityType): Match | undefined => {
    const known = learnedField(way, column, entityType);
    return known && { ...known, confidence };
  };

/** Words in front of a header that say whose or which: the client's own. Longer headers are looked up with them first. */
const qualifiers = new Set([
  "reg",
  "registered",
  "res",
  "residential",
  "home",
  "main",
  "primary",
  "client",
  "customer",
  "cust",
  "business",
  "company",
  "head",
  "office",
  "person",
]);

function byExactHeader({ name }: ColumnEvidence, entityType: EntityType): Match | undefined {
  const spelled = (key: string) =>
    fieldsByEntityType[entityType].find((candidate) => spellingsOf(entityType, candidate).includes(key));
  let words = headerWords(name);
  let field = spelled(headerKey(name));
  while (!field && words.length > 1 && qualifiers.has(words[0] ?? "")) {
    words = words.slice(1);
    field = spelled(words.join(""));
  }
  return field && { field, confidence: "sure", reason: `“${name}” is a usual header for ${inWords(field)}.` };
}

/** Is the header as it stands, without any word left out, one of a field that is meant for somebody else's or another time's data? */
const isNamedExactly = (name: string, entityType: EntityType): boolean =>
  fieldsByEntityType[entityType].some(
    (field) =>
      headerKey(field.label) === headerKey(name) ||
      (moreAliases[entityType][field.key] !== undefined && spellingsOf(entityType, field).includes(headerKey(name))),
  );

function bySimilarHeader({ name }: ColumnEvidence, entityType: EntityType): Match | undefined {
  const key = headerKey(name);
  if (key.length < 5) return undefined;
  for (const field of fieldsByEntityType[entityType]) {
    const near = spellingsOf(entityType, field).find((spelling) => spelling.length >= 5 && isNear(key, spelling));
    if (near) return { field, confidence: "likely", reason: `“${name}” looks like a header for ${inWords(field)}.` };
  }
  return undefined;
}

/** ISO 17442: eighteen letters and digits, two check digits. */
const leiShape = /^[A-Z0-9]{18}\d{2}$/;
const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function byContent({ values }: ColumnEvidence, entityType: EntityType, dates: DateEvidence): Match | undefined {
  const filled = values.filter((value) => value.trim() !== "");
  if (filled.length < 2) return undefined;
  const share = (test: (value: string) => boolean) =>
    filled.filter((value) => test(value.trim())).length / filled.length;
  const fieldNamed = (key: string) => fieldsByEntityType[entityType].find((field) => field.key === key);
  const propose = (key: string, reason: string): Match | undefined => {
    const field = fieldNamed(key);
    return field && { field, confidence: "likely", reason };
  };
  if (share((value) => emailShape.test(value)) >= 0.8) return propose("email", "Its values are e-mail addresses.");
  if (share((value) => leiShape.test(value)) >= 0.8) return propose("lei", "Its values are LEIs.");
  if (share((value) => e164Of(value, undefined) !== undefined) >= 0.8)
    return propose("phone", "Its values are international phone numbers.");
  if (entityType === "individual" && areWritten(dates) && areBirthDates(filled))
    return propose("dateOfBirth", "Its values are dates of grown people's births.");
  if (
    share((value) => value.length > 1 && alpha3Of(value) !== undefined) >= 0.9 &&
    filled.some((value) => value.trim().length > 2 || filled.length >= 3)
  )
    return propose("address.country", "Its values are countries.");
  return undefined;
}

/** A column of bare numbers is taken for the days of a spreadsheet only when its header speaks of days. */
const areWritten = (dates: DateEvidence): boolean =>
  dates.kind === "proven" ? dates.format !== "SERIAL" : dates.kind !== "none";

/** Years between 1920 and 2005, mostly different: a column of dates of birth, not of sign-ups. */
function areBirthDates(values: readonly string[]): boolean {
  const years = values.map((value) => Number(/(?:19|20)\d\d/.exec(value)?.[0] ?? 0));
  return (
    years.filter((year) => year >= 1920 && year <= 2005).length / years.length >= 0.9 &&
    new Set(years).size >= Math.min(5, values.length)
  );
}

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

const spellingCache = new Map<string, string[]>();

function spellingsOf(entityType: EntityType, field: Field): string[] {
  const cacheKey = `${entityType} ${field.key}`;
  const cached = spellingCache.get(cacheKey);
  if (cached) return cached;
  const spellings = [
    field.label,
    field.key,
    ...(fieldAliases[entityType][field.key] ?? []),
    ...(moreAliases[entityType][field.key] ?? []),
  ].map(headerKey);
  spellingCache.set(cacheKey, spellings);
  return spellings;
}

const inWords = (field: Field): string =>
  field.label === field.label.toUpperCase() || /^(LEI|VAT)/.test(field.label) ? field.label : field.label.toLowerCase();

/** One is inside the other with little beside it, or they differ by one mistyped letter. */
function isNear(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.includes(short)) return short.length / long.length >= 0.75;
  return long.length - short.length <= 1 && short.length >= 6 && isOneEdit(short, long);
}

function isOneEdit(short: string, long: string): boolean {
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  return (
    Math.max(short.length, long.length) - start - end <= 1 ||
    (short.length === long.length &&
      short.length - start - end === 2 &&
      short[start] === long[start + 1] &&
      short[start + 1] === long[start])
  );
}
