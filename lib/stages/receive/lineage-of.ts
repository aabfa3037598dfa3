import { documentFields } from "../../domain/document-field.ts";
import type { Entity } from "../../domain/entity.ts";
import { fieldsByEntityType } from "../../domain/field.ts";
import type { Field } from "../../domain/field-shape.ts";
import {
  associateFieldsByEntityType,
  associateReference,
  linkFields,
  ownerReference,
} from "../../domain/link-field.ts";
import type { MappingBody } from "../../domain/mapping.ts";
import type { RecordRole } from "../../domain/record-role.ts";

/** What a person says a field is, as it was typed. */
export type ShownCorrection = { text: string; by: string; at: string; reason: string };
export type Lineage = {
  field: string;
  label: string;
  column: string | null;
  raw: string;
  /** What a returned problem sheet says its cells are. */
  returned: ShownCorrection | null;
  correction: ShownCorrection | null;
  value: string;
};
/** What is known of a place in a company, or of a document, by the key of its field; "" where nothing is. */
export type ApartValues = Readonly<Record<string, string>>;

const placeFields = [ownerReference, associateReference, ...linkFields];
const fieldsOf: Record<RecordRole, (entity: Entity) => readonly Field[]> = {
  client: ({ entityType }) => fieldsByEntityType[entityType],
  associate: ({ entityType }) => [...associateFieldsByEntityType[entityType], ...placeFields],
  link: () => placeFields,
  document: () => documentFields,
};

/**
 * Where every value of a record came from: its column, what the cell says, what it was returned as, what a person corrected, and what will be
 * sent. Fields with none of them are let go.
 * `slot`: 0 for the row's own record, else the number of the associate.
 */
export function lineageOf(
  entity: Entity,
  source: { columns: readonly string[]; cells: readonly string[]; mapping: MappingBody | null },
  {
    slot = 0,
    role = "client",
    apart = {},
    corrections = new Map(),
    returned = new Map(),
  }: {
    slot?: number;
    role?: RecordRole;
    apart?: ApartValues;
    corrections?: ReadonlyMap<string, ShownCorrection>;
    /** By column. */
    returned?: ReadonlyMap<number, ShownCorrection>;
  } = {},
): Lineage[] {
  return fieldsOf[role](entity).flatMap(({ key, label }) => {
    const columns = (source.mapping?.assignments ?? [])
      .filter(({ field, of = 0 }) => field === key && of === slot)
      .map(({ column }) => column);
    const constant = source.mapping?.constants.find(({ field, of = 0 }) => field === key && of === slot);
    const value = apart[key] ?? valueAt(entity, key);
    const correction = corrections.get(key) ?? null;
    if (columns.length === 0 && !constant && value === "" && !correction) return [];
    const names = columns.map((column) => source.columns[column] ?? `column ${column + 1}`);
    const cells = columns.map((column) => source.cells[column] ?? "");
    return [
      {
        field: key,
        label,
        column: names.length > 0 ? names.join(" + ") : null,
        raw: constant ? constant.value : cells.join(" "),
        returned: returnedTo(columns, cells, returned),
        correction,
        value,
      },
    ];
  });
}

/** The cells of a value as they were returned, with the newest hand that did it; null where none was. */
function returnedTo(
  columns: readonly number[],
  cells: readonly string[],
  returned: ReadonlyMap<number, ShownCorrection>,
): ShownCorrection | null {
  const [newest] = columns.flatMap((column) => returned.get(column) ?? []).sort((a, b) => b.at.localeCompare(a.at));
  if (!newest) return null;
  return { ...newest, text: columns.map((column, at) => returned.get(column)?.text ?? cells[at]).join(" ") };
}

/** The value under a dotted key, as one line; empty when there is none. */
function valueAt(entity: Entity, key: string): string {
  const value = key.split(".").reduce<unknown>((place, part) => (isObject(place) ? place[part] : undefined), entity);
  if (Array.isArray(value)) return value.join(" ");
  return typeof value === "string" ? value : "";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
