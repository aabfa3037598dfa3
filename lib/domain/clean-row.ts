import { apartFieldOf } from "./apart-field.ts";
import { type CellCleaner, cellCleaner, issueOfCell, type RowSight } from "./clean-cell.ts";
import { type Corrections, correctionCleaner } from "./correction.ts";
import type { Entity, EntityType } from "./entity.ts";
import { fieldOf } from "./field.ts";
import type { Field, FieldKind } from "./field-shape.ts";
import type { FoundIssue } from "./issue.ts";
import { kindTeller } from "./kind-teller.ts";
import { joinsByNature, type MappedAssociate, type MappingBody, separatorByNature, type Transform } from "./mapping.ts";

/** What a row says about an associate's place in a company, or about a document, by field; every value is clean text. */
export type ApartTexts = Readonly<Record<string, string>>;

/**
 * `cellIssues` are values that could not become what their field needs, and are left out of the entity; besides them warnings about
 * values that stay (`field.name_split`, `field.phone`).
 */
export type CleanedRow = { entity: Entity; cellIssues: FoundIssue[]; apart?: ApartTexts };
export type RowCleaner = (cells: readonly string[], corrections?: Corrections) => CleanedRow;

/** One row's cells, verbatim, as the entity that a mapping makes of them. Pure: the preview in the browser is what will be sent. */
export function cleanRow(cells: readonly string[], mapping: MappingBody, entityType: EntityType): CleanedRow {
  return rowCleaner(mapping, entityType)(cells);
}

/**
 * The same for a million rows: the mapping is looked at once. `entityType` is the file's, or the associate's; where a column tells kinds
 * apart, each row says its own. The row's own record only, or that of one associate; lib/domain/clean-family.ts makes all of them.
 */
export function rowCleaner(mapping: MappingBody, entityType: EntityType, associate?: MappedAssociate): RowCleaner {
  const { kindBy } = associate ?? mapping;
  const of = associate?.of;
  if (!kindBy) return oneKindCleaner(mapping, entityType, of);
  const cleaners = {
    individual: oneKindCleaner(mapping, "individual", of),
    company: oneKindCleaner(mapping, "company", of),
  };
  const kindOf = kindTeller(kindBy);
  return (cells, corrections) => {
    const kind = kindOf(cells);
    if (kind) return cleaners[kind](cells, corrections);
    const cleaned = cleaners[entityType](cells, corrections);
    const value = cells[kindBy.column] ?? "";
    return { ...cleaned, cellIssues: [{ code: "row.kind_unknown", value }, ...cleaned.cellIssues] };
  };
}

type Source = { column: number | null; constant: string; label: string; clean: CellCleaner };
/** Where the value of a field goes, and what it is made of. */
type Slot = {
  field: Field;
  /** `address` and `country` of “address.country”; no holder for what stands in the entity itself. */
  holder: string | undefined;
  name: string;
  isApart: boolean;
  isList: boolean;
  /** Does it say the country of the row? Where somebody lives says it before where a company was founded. */
  tells: "country" | "country, if nothing else does" | undefined;
  sources: Source[];
  take: "joined" | "first_filled";
  joiner: string;
};

/** One kind of record of a row: its own, or the associate numbered `of`. */
export function oneKindCleaner(mapping: MappingBody, entityType: EntityType, of?: number): RowCleaner {
  const mapped = slotsOf(of === undefined ? mapping : partOf(mapping, of), entityType, of);
  return (cells, corrections) => {
    const slots = corrections ? withCorrected(mapped, corrections, entityType) : mapped;
    const cellIssues: FoundIssue[] = [];
    const plain: Record<string, unknown> = { entityType };
    const holders: Record<string, Record<string, string>> = {};
    let apart: Record<string, string> | undefined;
    const row: RowSight = { cells, country: undefined, warn: (issue) => cellIssues.push(issue) };
    for (const slot of slots) {
      const corrected = corrections?.get(slot.field.key);
      const value =
        corrected === undefined ? foundIn(slot, row, cellIssues) : correctedTo(corrected, slot, row, cellIssues);
      if (value === "") continue;
      if (slot.isList) {
        plain[slot.name] = typeof value === "string" ? [value] : value;
        continue;
      }
      const text = typeof value === "string" ? value : value.join(slot.joiner);
      if (slot.isApart) {
        apart ??= {};
        apart[slot.name] = text;
      } else if (slot.holder === undefined) plain[slot.name] = text;
      else {
        const holder = holders[slot.holder] ?? {};
        holders[slot.holder] = holder;
        holder[slot.name] = text;
      }
      if (slot.tells === "country") row.country = text;
      else if (slot.tells) row.country ??= text;
    }
    Object.assign(plain, holders);
    return apart ? { entity: plain as Entity, cellIssues, apart } : { entity: plain as Entity, cellIssues };
  };
}

/** Rules are the row's own. */
const partOf = ({ assignments, constants }: MappingBody, of: number): MappingBody => ({
  assignments: assignments.filter((assignment) => assignment.of === of),
  constants: constants.filter((constant) => constant.of === of),
});

/** The text of a slot or its parts, of which there is at least one; blank for nothing. */
function foundIn({ field, sources, take }: Slot, row: RowSight, cellIssues: FoundIssue[]): string | readonly string[] {
  let all: string | readonly string[] = "";
  for (const { column, constant, label, clean } of sources) {
    const raw = column === null ? constant : (row.cells[column] ?? "");
    const cell = clean(raw, row);
    if (cell === "") continue;
    const issue = issueOfCell(cell);
    if (issue) cellIssues.push({ ...issue, field: field.key, value: raw });
    else {
      const found = named(cell as string | readonly string[], label);
      if (found.length === 0) continue;
      if (take === "first_filled") return found;
      all = all === "" ? found : listOf(all).concat(found);
    }
  }
  return all;
}

const listOf = (found: string | readonly string[]): string[] => (typeof found === "string" ? [found] : [...found]);

/** A correction is told like a cell: what cannot be read is an issue of its field. */
function correctedTo(text: string, { field, sources }: Slot, row: RowSight, cellIssues: FoundIssue[]) {
  const clean = correctionCleaner(
    field,
    sources.map((source) => source.clean),
  );
  const cell = clean(text, row);
  const issue = issueOfCell(cell);
  if (!issue) return cell as string | readonly string[];
  cellIssues.push({ ...issue, field: field.key, value: text });
  return "";
}

/** Slots for corrected fields that no column and no constant feeds, too. */
function withCorrected(slots: readonly Slot[], corrections: Corrections, entityType: EntityType): readonly Slot[] {
  const more = [...corrections.keys()].flatMap((key) => {
    const field = slots.some((slot) => slot.field.key === key)
      ? undefined
      : (fieldOf(entityType, key) ?? apartFieldOf(key));
    return field ? [newSlot(field)] : [];
  });
  return more.length === 0 ? slots : inTurn([...slots, ...more]);
}

function named(found: string | readonly string[], label: string): string | readonly string[] {
  if (label === "") return found;
  return typeof found === "string" ? `${label}: ${found}` : found.map((part) => `${label}: ${part}`);
}

/** Names that stay a list in the entity. */
const listFields: readonly string[] = ["givenNames", "altFamilyNames"];
const tellingFields: Record<string, Slot["tells"]> = {
  "address.country": "country",
  countryOfIncorporation: "country, if nothing else does",
};
/** A phone number is read by the country of its row, so that must be known first. */
const lateKinds: readonly FieldKind[] = ["phone"];

function slotsOf(mapping: MappingBody, entityType: EntityType, of?: number): Slot[] {
  const slotByField = new Map<string, Slot>();
  const slotOf = (field: Field): Slot => {
    const known = slotByField.get(field.key);
    if (known) return known;
    const slot = newSlot(
      field,
      mapping.rules?.find((each) => each.field === field.key),
    );
    slotByField.set(field.key, slot);
    return slot;
  };
  const fieldNamed = (key: string) => fieldOf(entityType, key) ?? apartFieldOf(key);
  for (const { column, field: key, transforms, label = "", ...assignment } of inOrder(mapping)) {
    const field = key === null || assignment.of !== of ? undefined : fieldNamed(key);
    if (field) slotOf(field).sources.push({ column, constant: "", label, clean: cellCleaner(field, transforms) });
  }
  for (const { field: key, value, ...constant } of mapping.constants) {
    const field = constant.of === of ? fieldNamed(key) : undefined;
    if (field)
      slotOf(field).sources.push({
        column: null,
        constant: value,
        label: "",
        clean: cellCleaner(field, constantSteps(field)),
      });
  }
  return inTurn([...slotByField.values()]);
}

function newSlot(field: Field, rule?: NonNullable<MappingBody["rules"]>[number]): Slot {
  const isApart = apartFieldOf(field.key) !== undefined;
  const dot = isApart ? -1 : field.key.indexOf(".");
  return {
    field,
    holder: dot === -1 ? undefined : field.key.slice(0, dot),
    name: field.key.slice(dot + 1),
    isApart,
    isList: listFields.includes(field.key),
    tells: tellingFields[field.key],
    sources: [],
    take: rule?.take ?? "joined",
    joiner: rule?.separator ?? separatorByNature(field.key),
  };
}

/** What needs to know the country of its row comes last. */
const inTurn = (slots: readonly Slot[]): Slot[] => [
  ...slots.filter((slot) => !lateKinds.includes(slot.field.kind)),
  ...slots.filter((slot) => lateKinds.includes(slot.field.kind)),
];

/** By the field's rule where there is one, in column order elsewhere. */
function inOrder(mapping: MappingBody): MappingBody["assignments"] {
  const placeOf = ({ column, field }: MappingBody["assignments"][number]): number => {
    const place = mapping.rules?.find((rule) => rule.field === field)?.order.indexOf(column) ?? -1;
    return place === -1 ? column : place;
  };
  const ordered = mapping.assignments.map((assignment) => ({ assignment, place: placeOf(assignment) }));
  return ordered.sort((a, b) => a.place - b.place).map(({ assignment }) => assignment);
}

/** A constant says one thing: a day is written as Passfort writes it. */
function constantSteps({ kind }: Field): Transform[] {
  if (kind === "country") return [{ kind: "trim" }, { kind: "country" }];
  if (kind === "date") return [{ kind: "trim" }, { kind: "date", format: "YYYY-MM-DD" }];
  return [{ kind: "trim" }];
}

/** May two columns feed this field in this mapping? Only by a rule, save for fields that are lists by nature. */
export const takesManyColumns = (mapping: Pick<MappingBody, "rules">, key: string): boolean =>
  joinsByNature(key) || (mapping.rules?.some((rule) => rule.field === key) ?? false);
