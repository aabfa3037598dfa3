import { areRivals, readDate } from "../../domain/calendar-date.ts";
import { takesManyColumns } from "../../domain/clean-row.ts";
import { alpha3Of } from "../../domain/country.ts";
import type { EntityType } from "../../domain/entity.ts";
import { type Field, type FieldKind, fieldOf } from "../../domain/field.ts";
import { hasShortYear, type MappingBody, type Transform } from "../../domain/mapping.ts";
import { valueKey } from "../../domain/value-key.ts";

const kindsByStep: Partial<Record<Transform["kind"], { kinds: readonly FieldKind[]; what: string }>> = {
  date: { kinds: ["date"], what: "a date format" },
  country: { kinds: ["country"], what: "the country step" },
  split_names: { kinds: ["names"], what: "the name split" },
  name_part: { kinds: ["names", "text"], what: "a part of a name" },
  phone: { kinds: ["phone"], what: "the phone step" },
};

/** Why this mapping cannot be saved for a file with these columns, in a sentence; undefined when it can. */
export function mappingProblem(
  mapping: MappingBody,
  columns: readonly string[],
  entityType: EntityType,
): string | undefined {
  const columnByField = new Map<string, string>();
  const seen = new Set<string>();
  const ignored = new Set(mapping.assignments.flatMap(({ column, field }) => (field === null ? [column] : [])));
  const answered = new Set<number>();
  for (const { column, field: key, transforms } of mapping.assignments) {
    const name = columns[column];
    if (name === undefined) return `The mapping names column ${column + 1}, but the file has ${columns.length}.`;
    // A column may feed several fields, each once; ignored it feeds none.
    if (seen.has(`${column} ${key}`) || (answered.has(column) && ignored.has(column)))
      return `Column “${name}” is answered twice.`;
    seen.add(`${column} ${key}`);
    answered.add(column);
    const missing = missingColumn(transforms, columns.length);
    if (missing !== undefined)
      return `A step of column “${name}” looks at column ${missing + 1}, but the file has ${columns.length}.`;
    if (key === null) continue;
    const field =
      fieldOf(entityType, key) ??
      (mapping.kindBy ? fieldOf(entityType === "company" ? "individual" : "company", key) : undefined);
    if (!field) return `“${key}” is no field of ${entityType === "company" ? "a company" : "an individual"}.`;
    const other = columnByField.get(key);
    if (other !== undefined && !takesManyColumns(mapping, key))
      return `${field.label} cannot come from two columns: “${other}” and “${name}”. Choose one of them.`;
    columnByField.set(key, name);
    const problem = stepProblem(field, name, transforms);
    if (problem) return problem;
  }
  return rulesProblem(mapping, columns) ?? constantsProblem(mapping, columnByField, entityType);
}

const missingColumn = (transforms: readonly Transform[], columns: number): number | undefined =>
  transforms.flatMap((step) =>
    step.kind === "when" && step.condition.column >= columns ? [step.condition.column] : [],
  )[0];

/** A rule names exactly the columns that feed its field, each once; the cells that tell people from companies tell only one. */
function rulesProblem(
  { rules = [], assignments, kindBy }: MappingBody,
  columns: readonly string[],
): string | undefined {
  for (const { field, order } of rules) {
    const feeding = assignments.filter((assignment) => assignment.field === field).map(({ column }) => column);
    const isWhole = new Set(order).size === order.length && order.length === feeding.length;
    if (!isWhole || feeding.some((column) => !order.includes(column)))
      return `The rule for joining columns into “${field}” does not name each of its columns once.`;
  }
  if (rules.length !== new Set(rules.map(({ field }) => field)).size)
    return "One field has two rules for joining columns.";
  if (!kindBy) return undefined;
  if (kindBy.column >= columns.length)
    return `People and companies are told apart by column ${kindBy.column + 1}, but the file has ${columns.length}.`;
  const companies = new Set(kindBy.company.map(valueKey));
  const both = kindBy.individual.find((value) => companies.has(valueKey(value)));
  return both === undefined ? undefined : `“${both}” cannot mean both a person and a company.`;
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
  for (const step of transforms) {
    if (step.kind === "split" && step.part === 0)
      return `Parts of column “${column}” are counted from 1, or from -1 at the end.`;
    if (step.kind !== "date") continue;
    const all = [step.format, ...(step.also ?? [])];
    const rival = all.find((one) => all.some((other) => areRivals(one, other)));
    if (rival)
      return `Column “${column}” cannot have dates with the day first and with the month first: some can be read both ways.`;
    if (all.some(hasShortYear) && step.latestYear === undefined)
      return `Say up to which year the two digits of column “${column}” may go: a century is never guessed.`;
  }
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
