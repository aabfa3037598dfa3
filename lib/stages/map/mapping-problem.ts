import { readDate } from "../../domain/calendar-date.ts";
import { alpha3Of } from "../../domain/country.ts";
import type { EntityType } from "../../domain/entity.ts";
import { type Field, type FieldKind, fieldOf } from "../../domain/field.ts";
import { fieldsOfManyColumns, type MappingBody, type Transform } from "../../domain/mapping.ts";

const kindsByStep: Partial<Record<Transform["kind"], { kinds: readonly FieldKind[]; what: string }>> = {
  date: { kinds: ["date"], what: "a date format" },
  country: { kinds: ["country"], what: "the country step" },
  split_names: { kinds: ["names"], what: "the name split" },
};

/** Why this mapping cannot be saved for a file with these columns, in a sentence; undefined when it can. */
export function mappingProblem(
  mapping: MappingBody,
  columns: readonly string[],
  entityType: EntityType,
): string | undefined {
  const columnByField = new Map<string, string>();
  const seen = new Set<number>();
  for (const { column, field: key, transforms } of mapping.assignments) {
    const name = columns[column];
    if (name === undefined) return `The mapping names column ${column + 1}, but the file has ${columns.length}.`;
    if (seen.has(column)) return `Column “${name}” is answered twice.`;
    seen.add(column);
    if (key === null) continue;
    const field = fieldOf(entityType, key);
    if (!field) return `“${key}” is no field of ${entityType === "company" ? "a company" : "an individual"}.`;
    const other = columnByField.get(key);
    if (other !== undefined && !fieldsOfManyColumns.includes(key))
      return `${field.label} cannot come from two columns: “${other}” and “${name}”. Choose one of them.`;
    columnByField.set(key, name);
    const problem = stepProblem(field, name, transforms);
    if (problem) return problem;
  }
  return constantsProblem(mapping, columnByField, entityType);
}

function stepProblem(field: Field, column: string, transforms: readonly Transform[]): string | undefined {
  for (const step of transforms) {
    const rule = kindsByStep[step.kind];
    if (rule && !rule.kinds.includes(field.kind))
      return `${field.label} does not take ${rule.what} (column “${column}”).`;
  }
  const formats = transforms.filter((step) => step.kind === "date").length;
  if (field.kind === "date" && formats === 0)
    return `Choose the date format of column “${column}”: ${field.label.toLowerCase()} is never guessed.`;
  if (formats > 1) return `Column “${column}” has two date formats. Choose one.`;
  return undefined;
}

function constantsProblem(
  mapping: MappingBody,
  columnByField: Map<string, string>,
  entityType: EntityType,
): string | undefined {
  const seen = new Set<string>();
  for (const { field: key, value } of mapping.constants) {
    const field = fieldOf(entityType, key);
    if (!field) return `“${key}” is no field of ${entityType === "company" ? "a company" : "an individual"}.`;
    const column = columnByField.get(key);
    if (column !== undefined)
      return `${field.label} has both a column (“${column}”) and a constant. Choose one of them.`;
    if (seen.has(key)) return `${field.label} has two constants. Choose one.`;
    seen.add(key);
    if (key === "reference") return "The client reference cannot be the same for every row: it tells clients apart.";
    if (field.kind === "country" && alpha3Of(value) === undefined)
      return `The constant “${value}” for ${field.label.toLowerCase()} is not a country we know.`;
    if (field.kind === "date" && readDate(value.trim(), "YYYY-MM-DD").kind !== "date")
      return `Write the constant for ${field.label.toLowerCase()} as YYYY-MM-DD.`;
  }
  return undefined;
}
