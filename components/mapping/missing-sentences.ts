import { type EntityType, entityTypes } from "#lib/domain/entity.ts";
import { fieldOf } from "#lib/domain/field.ts";
import type { Field } from "#lib/domain/field-shape.ts";
import { listInWords } from "#lib/domain/list-words.ts";

const rowsOf: Record<EntityType, string> = { individual: "person", company: "company" };

/** What no column gives and which rows will be invalid for it: in a file of both kinds those of one, where the other needs no such field. */
export function missingSentences(missing: readonly Field[], kinds: readonly EntityType[]): string[] {
  const neededBy = (field: Field) => kinds.filter((kind) => fieldOf(kind, field.key)?.required === "always");
  const ofOne = entityTypes
    .filter((kind) => kinds.includes(kind))
    .map((kind) => ({
      fields: missing.filter((field) => kinds.length > 1 && neededBy(field).join() === kind),
      rows: `Every ${rowsOf[kind]}`,
    }));
  const rest = missing.filter((field) => !ofOne.some(({ fields }) => fields.includes(field)));
  return [{ fields: rest, rows: "Every row" }, ...ofOne]
    .filter(({ fields }) => fields.length > 0)
    .map(
      ({ fields, rows }) =>
        `No column gives ${listInWords(fields.map(({ label }) => label.toLowerCase()))}. ${rows} will be invalid without ${fields.length === 1 ? "it" : "them"}.`,
    );
}
