import type { EntityType } from "../../domain/entity.ts";
import { fieldOf, fieldsByEntityType } from "../../domain/field.ts";
import type { Field } from "../../domain/field-shape.ts";
import { fieldAliases } from "./field-aliases.ts";
import { headerKey, headerWords } from "./header-words.ts";
import type { ColumnEvidence, Match } from "./match.ts";
import { moreAliases } from "./more-aliases.ts";
import { secondChoices } from "./second-choices.ts";

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
  "entity",
  "legal",
]);

export function byExactHeader({ name }: ColumnEvidence, entityType: EntityType): Match | undefined {
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
export const isNamedExactly = (name: string, entityType: EntityType): boolean =>
  fieldsByEntityType[entityType].some(
    (field) =>
      headerKey(field.label) === headerKey(name) ||
      secondChoices(name, entityType).includes(field.key) ||
      (moreAliases[entityType][field.key] !== undefined && spellingsOf(entityType, field).includes(headerKey(name))),
  );

/** What a header means where nothing else is named for the field. */
export const bySecondChoice =
  (taken: ReadonlySet<string>) =>
  ({ name }: ColumnEvidence, entityType: EntityType): Match | undefined => {
    const key = secondChoices(name, entityType).find((choice) => !taken.has(choice));
    const field = key === undefined ? undefined : fieldOf(entityType, key);
    return field && { field, confidence: "likely", reason: `“${name}” may be ${inWords(field)}: nothing else is.` };
  };

/** Words that are near to too much: “number” is not nearly an “NI number”. */
const sayingLittle = new Set(["number", "nummer", "numero", "numer"]);

export function bySimilarHeader({ name }: ColumnEvidence, entityType: EntityType): Match | undefined {
  const key = headerKey(name);
  if (key.length < 5 || sayingLittle.has(key)) return undefined;
  for (const field of fieldsByEntityType[entityType]) {
    const near = spellingsOf(entityType, field).find((spelling) => spelling.length >= 5 && isNear(key, spelling));
    if (near) return { field, confidence: "likely", reason: `“${name}” looks like a header for ${inWords(field)}.` };
  }
  return undefined;
}

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

/** Endings that make something else of a thing: “Customer” is not nearly a “Customer no”. */
const changing = new Set(["id", "no", "nr", "ref", "key", "code", "type"]);

/** One is inside the other with little beside it, or they differ by one mistyped letter. */
function isNear(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.includes(short)) return short.length / long.length >= 0.75 && !changing.has(long.replace(short, ""));
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
