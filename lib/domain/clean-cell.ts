import { readDate } from "./calendar-date.ts";
import { alpha3Of, countryNameOf, isAlpha3, nationalityOf } from "./country.ts";
import { documentCategoryOf, documentSideOf, documentTypeOf, documentUseOf } from "./document-words.ts";
import type { Field, FieldKind } from "./field-shape.ts";
import { genderOf } from "./gender.ts";
import { heirsOf } from "./historic-country.ts";
import type { FoundIssue } from "./issue.ts";
import { type Condition, dateFormatWords, type Transform, type TransformOf } from "./mapping.ts";
import { splitName } from "./name-split.ts";
import { ownershipTypeOf, ownershipTypes, ownershipWords } from "./ownership-type.ts";
import { percentageOf } from "./percentage.ts";
import { e164Of } from "./phone.ts";
import { isBlank, plainText } from "./plain-text.ts";
import { listOfRole } from "./role-words.ts";
import { titleCase } from "./title-case.ts";
import { valueKey } from "./value-key.ts";
import { wholeNumberOf } from "./whole-number.ts";
import { yesNoOf } from "./yes-no.ts";

/** What a step may look at besides its cell. `warn` tells of something that stays as it is but needs a look. */
export type RowSight = {
  cells: readonly string[];
  /** Alpha-3 of the row's country as far as it is cleaned. */
  country: string | undefined;
  warn: (issue: FoundIssue) => void;
};
type CellIssue = Pick<FoundIssue, "code" | "facts">;
/** Text; or what is wrong, and the value is left out. */
export type StepResult = string | CellIssue;
type Step = { fillsBlank: boolean; run: (text: string, row: RowSight, raw: string) => StepResult };

/** What a cell gives its field: its text, blank for nothing; the names of a list; or what is wrong with it. No object for text: there are millions. */
export type CleanedCell = string | readonly string[] | CellIssue;
export type CellCleaner = (raw: string, row: RowSight) => CleanedCell;

export const issueOfCell = (cell: CleanedCell): CellIssue | undefined =>
  typeof cell === "object" && "code" in cell ? cell : undefined;

/** In one piece; blank for nothing, also where something is wrong. */
export function textOfCell(cell: CleanedCell): string {
  if (typeof cell === "string") return cell;
  return "code" in cell ? "" : cell.join(" ");
}

/** The steps of one column for one field, looked at once for a million rows. */
export function cellCleaner(field: Field, transforms: readonly Transform[]): CellCleaner {
  const steps = transforms.flatMap((transform) => stepOf(transform, field) ?? []);
  const hasDefault = steps.some((step) => step.fillsBlank);
  const finish = finisher(field, transforms);
  return (raw, row) => {
    // Blank is absent, whatever the steps are: a cell of spaces is not a date in the wrong format.
    let text = isBlank(raw) ? "" : raw;
    if (text === "" && !hasDefault) return "";
    for (const step of steps) {
      if ((text === "") !== step.fillsBlank) continue;
      const result = step.run(text, row, raw);
      if (typeof result !== "string") return result;
      text = isBlank(result) ? "" : result;
    }
    return text === "" ? "" : finish(text);
  };
}

/** What a kind of field insists on, whatever steps were chosen for it. */
function finisher({ kind }: Field, transforms: readonly Transform[]): (text: string) => CleanedCell {
  const insist = insistences[kind];
  if (insist) return remembered((text) => insist.read(text.trim()) ?? insist.issue);
  if (kind === "country") return (text) => (isAlpha3(text) ? text : { code: "field.country" });
  const splits =
    kind === "names" && transforms.some((step) => step.kind === "split_names" || step.kind === "name_part");
  return splits ? (text) => text.split(/\s+/).filter((name) => name !== "") : (text) => text;
}

type Insistence = { read: (text: string) => string | undefined; issue: CellIssue };

const insistences: Partial<Record<FieldKind, Insistence>> = {
  gender: { read: genderOf, issue: { code: "field.gender" } },
  whole_number: { read: wholeNumberOf, issue: { code: "field.number" } },
  yes_no: { read: yesNoOf, issue: { code: "field.choice", facts: { choices: "yes or no" } } },
  ownership: {
    read: ownershipTypeOf,
    issue: { code: "field.choice", facts: { choices: ownershipTypes.map(ownershipWords).join(", ") } },
  },
  percentage: { read: (text) => percentageOf(text)?.toString(), issue: { code: "link.percentage" } },
  role: { read: (text) => (listOfRole(text) === undefined ? undefined : text), issue: { code: "link.role" } },
  document_use: { read: documentUseOf, issue: { code: "document.use" } },
  document_category: { read: documentCategoryOf, issue: { code: "document.category" } },
  document_type: { read: documentTypeOf, issue: { code: "document.type" } },
  document_side: { read: documentSideOf, issue: { code: "document.side" } },
};

type Maker<K extends Transform["kind"]> = (step: TransformOf<K>, field: Field) => Step["run"] | undefined;

const makers: { [K in Transform["kind"]]: Maker<K> } = {
  trim: () => plainText,
  upper_case: () => (text) => text.toUpperCase(),
  lower_case: () => (text) => text.toLowerCase(),
  title_case: () => titleCase,
  replace:
    ({ find, by }) =>
    (text) =>
      text.replaceAll(find, by),
  split:
    ({ separator, part }) =>
    (text) =>
      text.split(separator).at(part > 0 ? part - 1 : part) ?? "",
  date: dateStep,
  country: (_, field) => remembered(field.key === "nationality" ? nationalityStep : countryStep),
  phone: () => phoneStep,
  // Which words are one name is said by the field's kind, at the end.
  split_names: () => undefined,
  name_part: namePartStep,
  values: valuesStep,
  default:
    ({ value }) =>
    () =>
      value,
  when:
    ({ condition }) =>
    (text, row) =>
      holds(condition, row.cells) ? text : "",
};

function stepOf<K extends Transform["kind"]>(transform: TransformOf<K>, field: Field): Step | undefined {
  const make = makers[transform.kind as K] as Maker<K>;
  const run = make(transform, field);
  return run && { fillsBlank: transform.kind === "default", run };
}

function dateStep({ format, also = [], latestYear }: TransformOf<"date">): Step["run"] {
  const formats = [format, ...also];
  const written = formats.map(dateFormatWords).join(" or ");
  return (text) => {
    const day = text.trim();
    let isImpossible = false;
    for (const each of formats) {
      const reading = readDate(day, each, latestYear);
      if (reading.kind === "date") return reading.iso;
      if (reading.kind === "impossible") isImpossible = true;
    }
    return isImpossible ? { code: "field.date_impossible" } : { code: "field.date_format", facts: { format: written } };
  };
}

const countryStep = (text: string): StepResult => alpha3Of(text) ?? heirsIssue(text) ?? text;
const nationalityStep = (text: string): StepResult => nationalityOf(text) ?? heirsIssue(text) ?? text;

function heirsIssue(text: string): StepResult | undefined {
  const heirs = heirsOf(text);
  return heirs && { code: "field.country_historic", facts: { today: heirs.map(countryNameOf).join(", ") } };
}

const rememberedMax = 1_000;
const rememberedCharactersMax = 60;

/** A column of countries has few different values; each is looked up once. Among many it would take longer to find a value than to read it. */
function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = answer(text);
    if (known.size < rememberedMax && text.length <= rememberedCharactersMax) known.set(copied(text), result);
    return result;
  };
}

/** A cell is cut out of a block of rows; keeping it would keep the block. */
const copied = (text: string): string => JSON.parse(JSON.stringify(text)) as string;

/** A number that cannot be made international goes as it is written, with a word to a person. */
function phoneStep(text: string, row: RowSight, raw: string): StepResult {
  const number = e164Of(text, row.country);
  if (number !== undefined) return number;
  row.warn({
    code: "field.phone",
    field: "phone",
    value: raw,
    facts: { country: row.country === undefined ? "an unknown country" : countryNameOf(row.country) },
  });
  return text;
}

function namePartStep({ part, order }: TransformOf<"name_part">, field: Field): Step["run"] {
  return (text, row, raw) => {
    const name = splitName(plainText(text), order);
    // Both parts come from one cell; the warning about it is told once.
    if (part === "given" && !name.isCertain)
      row.warn({
        code: "field.name_split",
        field: field.key,
        value: raw,
        facts: { given: name.given, family: name.family },
      });
    return name[part];
  };
}

function valuesStep({ pairs, otherwise }: TransformOf<"values">): Step["run"] {
  const byKey = new Map(pairs.map(({ from, to }) => [valueKey(from), to]));
  return (text) => {
    const to = byKey.get(valueKey(text));
    if (to !== undefined) return to;
    if (otherwise === "issue") return { code: "field.value_unmapped" };
    return otherwise === "keep" ? text : "";
  };
}

/** Does the condition hold in this row? */
export function holds({ column, test, values }: Condition, cells: readonly string[]): boolean {
  const cell = valueKey(cells[column] ?? "");
  if (test === "filled") return cell !== "";
  if (test === "blank") return cell === "";
  const isOne = values.some((value) => valueKey(value) === cell);
  return test === "is" ? isOne : !isOne;
}
