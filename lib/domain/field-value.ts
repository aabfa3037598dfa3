import type { Entity } from "./entity.ts";

/** The text of a field in an entity, by its key in the target catalogue (lib/domain/field.ts); names are joined. */
export function fieldValueOf(entity: Entity, key: string): string | undefined {
  const inAddress = key.startsWith("address.");
  const holder: Record<string, unknown> = inAddress ? (entity.address ?? {}) : entity;
  const value = holder[inAddress ? key.slice("address.".length) : key];
  if (Array.isArray(value)) return value.length > 0 ? value.join(" ") : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}
