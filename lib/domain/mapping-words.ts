import { columnInWords, columnNamesOf, placesOf } from "./column-name.ts";
import type { EntityType } from "./entity.ts";
import { fieldLabelOf } from "./link-field.ts";
import { listInWords } from "./list-words.ts";
import type { Assignment, JoinRule, MappedAssociate, MappedConstant, MappingBody } from "./mapping.ts";
import { bodyAt } from "./placed-mapping.ts";
import type { Json, JsonObject, PortableMapping } from "./portable-mapping.ts";
import { linkListWords } from "./role-words.ts";
import { type ColumnWords, stepInWords } from "./step-words.ts";

/** What a mapping says about a column; `open`: nothing. */
export type AnswerKind = "mapped" | "ignored" | "open";

export function answerKindOf(answers: readonly Assignment[]): AnswerKind {
  if (answers.some(({ field }) => field !== null)) return "mapped";
  return answers.length > 0 ? "ignored" : "open";
}

/** What a mapping does, for people: one line a column, then what holds for every row. */
export type MappingWords = {
  columns: { column: string; answer: AnswerKind; becomes: string[] }[];
  everywhere: string[];
};

/** A mapping that can be read: places again, but of its own columns. */
export type ReadableMapping = {
  portable: PortableMapping;
  body: MappingBody;
  column: ColumnWords;
  field: (key: string) => string;
};

/** Reading one costs a look at all of it, and a version is compared with its neighbours and with the newest. */
const readableByMapping = new WeakMap<PortableMapping, ReadableMapping>();

export function readableOf(portable: PortableMapping): ReadableMapping {
  const known = readableByMapping.get(portable) ?? readMapping(portable);
  readableByMapping.set(portable, known);
  return known;
}

function readMapping(portable: PortableMapping): ReadableMapping {
  const names = columnNamesOf(portable.columns);
  return {
    portable,
    body: bodyAt(portable, placesOf(portable.columns)).body,
    column: (place) => (names[place] ? columnInWords(names[place]) : `column ${place + 1}`),
    field: (key) => fieldInWords(key, portable.entityType),
  };
}

/** A key without a label is told as it is: a field of a later panel, or of a kind that this catalogue does not have. */
export const fieldInWords = (key: string, entityType: EntityType): string =>
  fieldLabelOf(entityType, key) ?? `“${key}”`;

/** Members of a body, and of an assignment, that have words of their own; any other is told as it is written. */
export const namedMembers: readonly string[] = ["assignments", "constants", "rules", "kindBy", "associates"];
const namedAssignmentMembers: readonly string[] = ["column", "field", "transforms"];

export function mappingInWords(portable: PortableMapping): MappingWords {
  const readable = readableOf(portable);
  const byColumn = Map.groupBy(readable.body.assignments, ({ column }) => column);
  return {
    columns: portable.columns.map((_, place) => {
      const answers = byColumn.get(place) ?? [];
      const becomes = answers.flatMap((answer) => (answer.field === null ? [] : [targetInWords(answer, readable)]));
      return { column: readable.column(place), answer: answerKindOf(answers), becomes };
    }),
    everywhere: [
      ...readable.body.constants.map((constant) => constantInWords(constant, readable)),
      ...(readable.body.rules ?? []).map((rule) => `${ruleInWords(rule, readable)}.`),
      ...kindInWords(readable),
      ...(readable.body.associates ?? []).map((associate) => `${associateInWords(associate, readable)}.`),
      ...Object.entries(portable.mapping).flatMap(([member, value]) =>
        namedMembers.includes(member) ? [] : [`“${member}”: ${jsonInWords(value)}.`],
      ),
    ],
  };
}

/** Date of birth of “Director 2” (dates as DD/MM/YYYY). Tidying spaces is not worth a word here. */
export function targetInWords(answer: Assignment, { body, column, field }: ReadableMapping): string {
  if (answer.field === null) return "nothing";
  const steps = answer.transforms.filter(({ kind }) => kind !== "trim").map((step) => stepInWords(step, column));
  const { of: _, ...others } = otherMembersOf(answer);
  const more = Object.entries(others).map(([member, value]) => `${member}: ${jsonInWords(value)}`);
  const details = [...more, ...steps];
  const whose = answer.of === undefined ? "" : ` of ${associateName(answer.of, body)}`;
  return `${field(answer.field)}${whose}${details.length > 0 ? ` (${details.join("; ")})` : ""}`;
}

function constantInWords({ of, field, value }: MappedConstant, readable: ReadableMapping): string {
  const where = of === undefined ? "in every row" : `for every ${associateName(of, readable.body)}`;
  return `${readable.field(field)} is “${value}” ${where}.`;
}

export const associateName = (of: number, { associates = [] }: MappingBody): string => {
  const label = associates.find((each) => each.of === of)?.label;
  return label === undefined ? `associate ${of}` : `“${label}”`;
};

const kindWords: Record<EntityType, string> = { individual: "a person", company: "a company" };

/** “Director 2” (number 2) is a person among the directors. */
export function associateInWords(
  { of, label, entityType, list, kindBy, ...rest }: MappedAssociate,
  { column }: Pick<ReadableMapping, "column">,
): string {
  const place =
    list === null ? ", in the role that a column says" : ` among the ${linkListWords[list].many.toLowerCase()}`;
  const more = Object.keys(rest).length === 0 ? "" : ` (${jsonInWords(rest)})`;
  const told =
    kindBy &&
    ` unless ${column(kindBy.column)} tells otherwise (people: ${valuesInWords(kindBy.individual)}; companies: ${valuesInWords(kindBy.company)})`;
  return `“${label}” (associate ${of}) is ${kindWords[entityType]}${told ?? ""}${place}${more}`;
}

/** What an assignment says besides column, field and steps. */
export function otherMembersOf(answer: Assignment): JsonObject {
  const entries: [string, Json][] = Object.entries(answer).filter(
    ([member, value]) => !namedAssignmentMembers.includes(member) && value !== undefined,
  );
  return Object.fromEntries(entries);
}

const takeWords: Record<JoinRule["take"], (separator: string) => string> = {
  joined: (separator) => (separator === "" ? "joined without anything between them" : `joined by “${separator}”`),
  first_filled: () => "the first that is filled",
};

export const ruleInWords = ({ field, order, take, separator }: JoinRule, readable: ReadableMapping): string =>
  `${readable.field(field)} comes from ${listInWords(order.map(readable.column))}, ${takeWords[take](separator)}`;

export function kindInWords({ body, column }: Pick<ReadableMapping, "body" | "column">): string[] {
  if (!body.kindBy) return [];
  const { column: place, individual, company } = body.kindBy;
  return [`${column(place)} tells people (${valuesInWords(individual)}) from companies (${valuesInWords(company)}).`];
}

const valuesInWords = (texts: readonly string[]): string =>
  listInWords(
    texts.map((text) => `“${text}”`),
    "or",
  ) || "nothing";

const jsonLengthMax = 300;

export function jsonInWords(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > jsonLengthMax ? `${text.slice(0, jsonLengthMax)}…` : text;
}
