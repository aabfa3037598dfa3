import type { Entity } from "./entity.ts";

/** The text of a field in an entity, by its key in the target catalogue (lib/domain/field.ts); names are joined. */
export function fieldValueOf(entity: Entity, key: string): string | undefined {
  const part = addressPartOf(key);
  const holder: Record<string, unknown> | undefined = part === "" ? entity : entity.address;
  const value = holder?.[part === "" ? key : part];
  if (typeof value === "string") return value === "" ? undefined : value;
  return Array.isArray(value) && value.length > 0 ? value.join(" ") : undefined;
}

const partByKey = new Map<string, string>();

/** `locality` of `address.locality`; "" of a key outside the address. Remembered: it is asked a dozen times for every row. */
function addressPartOf(key: string): string {
  const known = partByKey.get(key);
  if (known !== undefined) return known;
  const part = key.startsWith("address.") ? key.slice("address.".length) : "";
  partByKey.set(key, part);
  return part;
}
