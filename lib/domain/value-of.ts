import type { Entity } from "./entity.ts";

/** The text of a field in an entity, by its key in the target catalogue (lib/domain/field.ts); names are joined. */
export function valueOf(entity: Entity, key: string): string | undefined {
  const holder: Record<string, unknown> = key.startsWith("address.") ? (entity.address ?? {}) : entity;
  const value = holder[key.replace(/^address\./, "")];
  if (Array.isArray(value)) return value.length > 0 ? value.join(" ") : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}
