import { readDate } from "./calendar-date.ts";
import { alpha3Of, isAlpha3 } from "./country.ts";
import type { Address, Entity, EntityType } from "./entity.ts";
import { type Field, type FieldKind, fieldOf } from "./field.ts";
import { genderOf } from "./gender.ts";
import type { FoundIssue } from "./issue.ts";
import type { MappingBody, Transform } from "./mapping.ts";
import { plainText } from "./plain-text.ts";

/** `cellIssues` are values that could not become what their field needs; such a value is left out of the entity. */
export type CleanedRow = { entity: Entity; cellIssues: FoundIssue[] };

/** One row's cells, verbatim, as the entity that a mapping makes of them. Pure: the preview in the browser is what will be sent. */
export function cleanRow(cells: readonly string[], mapping: MappingBody, entityType: EntityType): CleanedRow {
  return rowCleaner(mapping, entityType)(cells);
}

/** The same for a million rows: the mapping is looked at once. */
export function rowCleaner(mapping: MappingBody, entityType: EntityType): (cells: readonly string[]) => CleanedRow {
  const sources = sourcesOf(mapping, entityType);
  return (cells) => {
    const cellIssues: FoundIssue[] = [];
    const valuesByField: ValuesByField = new Map();
    for (const source of sources) {
      const raw = source.column === null ? source.constant : (cells[source.column] ?? "");
      const cleaned = cleanCell(raw, source);
      if (cleaned.issue) cellIssues.push({ ...cleaned.issue, field: source.field.key, value: raw });
      else if (cleaned.parts.length > 0)
        valuesByField.set(source.field.key, [...(valuesByField.get(source.field.key) ?? []), ...cleaned.parts]);
    }
    return { entity: entityOf(valuesByField, entityType), cellIssues };
  };
}

type Source = { field: Field; column: number | null; constant: string; transforms: readonly Transform[] };
type ValuesByField = Map<string, string[]>;
type CleanedCell = { parts: string[]; issue?: Pick<FoundIssue, "code" | "facts"> };

/** In column order, constants last: several columns of one field are joined in this order. */
function sourcesOf(mapping: MappingBody, entityType: EntityType): Source[] {
  const known = (key: string | null) => (key === null ? undefined : fieldOf(entityType, key));
  const columns = mapping.assignments.flatMap(({ column, field: key, transforms }) => {
    const field = known(key);
    return field ? [{ field, column, constant: "", transforms }] : [];
  });
  columns.sort((a, b) => a.column - b.column);
  const constants = mapping.constants.flatMap(({ field: key, value }) => {
    const field = known(key);
    return field
      ? [
          {
            field,
            column: null,
            constant: value,
            transforms: constantTransforms[field.kind] ?? [{ kind: "trim" as const }],
          },
        ]
      : [];
  });
  return [...columns, ...constants];
}

const constantTransforms: Partial<Record<FieldKind, readonly Transform[]>> = {
  country: [{ kind: "trim" }, { kind: "country" }],
  date: [{ kind: "trim" }, { kind: "date", format: "YYYY-MM-DD" }],
};

function cleanCell(raw: string, { field, transforms }: Source): CleanedCell {
  let text = raw;
  let splits = false;
  // Blank is absent, whatever the steps are: a cell of spaces is not a date in the wrong format.
  if (plainText(raw) === "") return { parts: [] };
  for (const step of transforms) {
    if (step.kind === "trim") text = plainText(text);
    else if (step.kind === "upper_case") text = text.toUpperCase();
    else if (step.kind === "split_names") splits = true;
    else if (step.kind === "country") text = alpha3Of(text) ?? text;
    else {
      const reading = readDate(text.trim(), step.format);
      if (reading.kind === "other_format")
        return { parts: [], issue: { code: "field.date_format", facts: { format: step.format } } };
      if (reading.kind === "impossible") return { parts: [], issue: { code: "field.date_impossible" } };
      text = reading.iso;
    }
  }
  return finished(text, field.kind, splits);
}

/** What a kind of field insists on, whatever steps were chosen for it. */
function finished(text: string, kind: FieldKind, splits: boolean): CleanedCell {
  if (kind === "country" && !isAlpha3(text)) return { parts: [], issue: { code: "field.country" } };
  if (kind === "gender") {
    const gender = genderOf(text.trim());
    return gender ? { parts: [gender] } : { parts: [], issue: { code: "field.gender" } };
  }
  return { parts: kind === "names" && splits ? text.split(/\s+/).filter((name) => name !== "") : [text] };
}

const joiners: Record<string, string> = { "address.text": ", " };

function entityOf(valuesByField: ValuesByField, entityType: EntityType): Entity {
  const plain: Record<string, string> = {};
  const address: Record<string, string> = {};
  let givenNames: string[] | undefined;
  for (const [key, parts] of valuesByField) {
    if (key === "givenNames") givenNames = parts;
    else if (key.startsWith("address.")) address[key.slice("address.".length)] = parts.join(joiners[key] ?? " ");
    else plain[key] = parts.join(" ");
  }
  const whole = Object.keys(address).length > 0 ? { ...plain, address: address satisfies Address } : plain;
  return entityType === "company"
    ? { entityType, ...whole }
    : { entityType, ...(givenNames ? { givenNames } : {}), ...whole };
}
