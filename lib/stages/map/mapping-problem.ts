import { areRivals, readDate } from "../../domain/calendar-date.ts";
import { takesManyColumns } from "../../domain/clean-row.ts";
import { alpha3Of } from "../../domain/country.ts";
import type { Field, FieldKind } from "../../domain/field-shape.ts";
import { holdsEntities, type MappedFile } from "../../domain/file-kind.ts";
import { hasShortYear, joinsByNature, type MappingBody, type Transform } from "../../domain/mapping.ts";
import { listOfRole } from "../../domain/role-words.ts";
import { fieldsOfTarget, targetKey } from "../../domain/targets.ts";
import { valueKey } from "../../domain/value-key.ts";

const kindsByStep: Partial<Record<Transform["kind"], { kinds: readonly FieldKind[]; what: string }>> = {
  date: { kinds: ["date"], what: "a date format" },
  country: { kinds: ["country"], what: "the country step" },
  split_names: { kinds: ["names"], what: "the name split" },
  name_part: { kinds: ["names", "text"], what: "a part of a name" },
  phone: { kinds: ["phone"], what: "the phone step" },
};

/** Why this mapping cannot be saved for a file with these columns, in a sentence; undefined when it can. */
export function mappingProblem(mapping: MappingBody, columns: readonly string[], file: MappedFile): string | undefined {
  const problem = associatesProblem(mapping, file);
  if (problem) return problem;
  const columnByField = new Map<string, string>();
  const seen = new Set<string>();
  const ignored = new Set(mapping.assignments.flatMap(({ column, field }) => (field === null ? [column] : [])));
  const answered = new Set<number>();
  for (const { column, field: key, transforms, of } of mapping.assignments) {
    const name = columns[column];
    if (name === undefined) return `The mapping names column ${column + 1}, but the file has ${columns.length}.`;
    // A column may feed several fields, each once; ignored it feeds none.
    const target = targetKey(of, `${key}`);
    if (seen.has(`${column} ${target}`) || (answered.has(column) && ignored.has(column)))
      return `Column “${name}” is answered twice.`;
    seen.add(`${column} ${target}`);
    answered.add(column);
    const missing = missingColumn(transforms, columns.length);
    if (missing !== undefined)
      return `A step of column “${name}” looks at column ${missing + 1}, but the file has ${columns.length}.`;
    if (key === null) continue;
    const field = fieldIn(fieldsOfTarget(file, mapping, of), key);
    if (!field) return noField(key, of, file);
    const other = columnByField.get(target);
    if (other !== undefined && !(of === undefined ? takesManyColumns(mapping, key) : joinsByNature(key)))
      return `${field.label} cannot come from two columns: “${other}” and “${name}”. Choose one of them.`;
    columnByField.set(target, name);
    const problem = stepProblem(field, name, transforms);
    if (problem) return problem;
  }
  return rulesProblem(mapping) ?? kindsProblem(mapping, columns) ?? constantsProblem(mapping, columnByField, file);
}

const fieldIn = (fields: readonly Field[], key: string): Field | undefined => fields.find((field) => field.key === key);

const whatByKind = {
  clients: "a client",
  mixed: "a client",
  associates: "an associate",
  links: "a link",
  documents: "a document",
} as const;
function noField(key: string, of: number | undefined, { kind, entityType }: MappedFile): string {
  if (of !== undefined) return `“${key}” is no field of associate ${of}.`;
  return kind === "clients"
    ? `“${key}” is no field of ${entityType === "company" ? "a company" : "an individual"}.`
    : `“${key}” is no field of ${whatByKind[kind]}.`;
}

/** Numbered associates belong to the companies of a file of clients; each has its number once and something to say. */
function associatesProblem(
  { associates = [], assignments, kindBy }: MappingBody,
  file: MappedFile,
): string | undefined {
  if (file.kind === "mixed" && !kindBy) return "Say which rows are people and which are companies.";
  if (!holdsEntities(file.kind) && kindBy)
    return `The rows of a file of ${file.kind} are neither people nor companies.`;
  if (associates.length === 0) return undefined;
  const isOfCompanies = file.kind === "mixed" || (file.kind === "clients" && (file.entityType === "company" || kindBy));
  if (!isOfCompanies) return "Only companies have associates, and this file has no companies among its clients.";
  const seen = new Set<number>();
  for (const { of, label } of associates) {
    if (seen.has(of)) return `Two associates have the number ${of}.`;
    seen.add(of);
    if (!assignments.some((assignment) => assignment.of === of && assignment.field !== null))
      return `No column says anything about “${label}”. Map one, or remove it.`;
  }
  return undefined;
}

const missingColumn = (transforms: readonly Transform[], columns: number): number | undefined =>
  transforms.flatMap((step) =>
    step.kind === "when" && step.condition.column >= columns ? [step.condition.column] : [],
  )[0];

/** A rule names exactly the columns that feed its field, each once. */
function rulesProblem({ rules = [], assignments }: MappingBody): string | undefined {
  for (const { field, order } of rules) {
    const feeding = assignments
      .filter((assignment) => assignment.field === field && assignment.of === undefined)
      .map(({ column }) => column);
    const isWhole = new Set(order).size === order.length && order.length === feeding.length;
    if (!isWhole || feeding.some((column) => !order.includes(column)))
      return `The rule for joining columns into “${field}” does not name each of its columns once.`;
  }
  if (rules.length !== new Set(rules.map(({ field }) => field)).size)
    return "One field has two rules for joining columns.";
  return undefined;
}

/** The cells that tell people from companies, of rows or of one of their associates, tell only one. */
function kindsProblem(
  { kindBy: ofRows, associates = [] }: MappingBody,
  columns: readonly string[],
): string | undefined {
  for (const kindBy of [ofRows, ...associates.map((associate) => associate.kindBy)]) {
    if (!kindBy) continue;
    if (kindBy.column >= columns.length)
      return `People and companies are told apart by column ${kindBy.column + 1}, but the file has ${columns.length}.`;
    const companies = new Set(kindBy.company.map(valueKey));
    const both = kindBy.individual.find((value) => companies.has(valueKey(value)));
    if (both !== undefined) return `“${both}” cannot mean both a person and a company.`;
  }
  return undefined;
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
  file: MappedFile,
): string | undefined {
  const seen = new Set<string>();
  for (const { of, field: key, value } of mapping.constants) {
    const field = fieldIn(fieldsOfTarget(file, mapping, of), key);
    if (!field) return noField(key, of, file);
    const target = targetKey(of, key);
    const whose = mapping.associates?.find((each) => of !== undefined && each.of === of)?.label;
    const label = whose === undefined ? field.label : `${field.label} of “${whose}”`;
    const column = columnByField.get(target);
    if (column !== undefined) return `${label} has both a column (“${column}”) and a constant. Choose one of them.`;
    if (seen.has(target)) return `${label} has two constants. Choose one.`;
    seen.add(target);
    if (key === "reference")
      return whose === undefined
        ? "The client reference cannot be the same for every row: it tells clients apart."
        : `The reference of “${whose}” cannot be the same for every row: it tells associates apart.`;
    if (field.kind === "role" && listOfRole(value) === undefined)
      return `The constant “${value}” is not a role we know, such as “director” or “shareholder”.`;
    if (field.kind === "country" && alpha3Of(value) === undefined)
      return `The constant “${value}” for ${field.label.toLowerCase()} is not a country we know.`;
    if (field.kind === "date" && readDate(value.trim(), "YYYY-MM-DD").kind !== "date")
      return `Write the constant for ${field.label.toLowerCase()} as YYYY-MM-DD.`;
  }
  return undefined;
}
