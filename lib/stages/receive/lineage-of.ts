import type { Entity } from "../../domain/entity.ts";
import { fieldsByEntityType } from "../../domain/field.ts";
import type { MappingBody } from "../../domain/mapping.ts";

export type Lineage = { field: string; label: string; column: string | null; raw: string; value: string };

/** Where every value of a record came from: its column, what the cell says, and what will be sent. Fields with neither are let go. */
export function lineageOf(
  entity: Entity,
  source: { columns: readonly string[]; cells: readonly string[]; mapping: MappingBody | null },
): Lineage[] {
  return fieldsByEntityType[entity.entityType].flatMap(({ key, label }) => {
    const columns = (source.mapping?.assignments ?? [])
      .filter(({ field }) => field === key)
      .map(({ column }) => column);
    const constant = source.mapping?.constants.find(({ field }) => field === key);
    const value = valueAt(entity, key);
    if (columns.length === 0 && !constant && value === "") return [];
    const names = columns.map((column) => source.columns[column] ?? `column ${column + 1}`);
    const cells = columns.map((column) => source.cells[column] ?? "");
    return [
      {
        field: key,
        label,
        column: names.length > 0 ? names.join(" + ") : null,
        raw: constant ? constant.value : cells.join(" "),
        value,
      },
    ];
  });
}

/** The value under a dotted key, as one line; empty when there is none. */
export function valueAt(entity: Entity, key: string): string {
  const value = key.split(".").reduce<unknown>((place, part) => (isObject(place) ? place[part] : undefined), entity);
  if (Array.isArray(value)) return value.join(" ");
  return typeof value === "string" ? value : "";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
