import type { Entity } from "./entity.ts";

/** The text of a field in an entity, by its key in the target catalogue (lib/domain/field.ts); names are joined. */
export function fieldValueOf(entity: Entity, key: string): string | undefined {
  const { holder, part } = placeOf(key);
  const value = at(holder === "" ? entity : at(entity, holder), part);
  if (typeof value === "string") return value === "" ? undefined : value;
  return Array.isArray(value) && value.length > 0 ? value.join(" ") : undefined;
}

/** Every field that has a value, by its key; what it costs depends on what a row has, not on what the catalogue holds. */
export function eachFilledField(entity: Entity, tell: (key: string, value: string) => void): void {
  const fields: Record<string, unknown> = entity;
  for (const name in fields) {
    const value = fields[name];
    if (typeof value === "string") {
      if (value !== "" && name !== "entityType") tell(name, value);
    } else if (Array.isArray(value)) {
      if (value.length > 0) tell(name, value.join(" "));
    } else if (isObject(value)) {
      for (const part in value) {
        const text = value[part];
        if (typeof text === "string" && text !== "") tell(keyOf(name, part), text);
      }
    }
  }
}

type Place = { holder: string; part: string };
const placeByKey = new Map<string, Place>();

/** `address` and `locality` of `address.locality`. Remembered: it is asked a dozen times for every row. */
function placeOf(key: string): Place {
  const known = placeByKey.get(key);
  if (known !== undefined) return known;
  const dot = key.indexOf(".");
  const place = dot === -1 ? { holder: "", part: key } : { holder: key.slice(0, dot), part: key.slice(dot + 1) };
  placeByKey.set(key, place);
  return place;
}

const keysByHolder = new Map<string, Map<string, string>>();

/** The other way round, remembered too: a new text for every cell of a million rows would be a million texts. */
function keyOf(holder: string, part: string): string {
  const keys = keysByHolder.get(holder) ?? new Map<string, string>();
  keysByHolder.set(holder, keys);
  const known = keys.get(part);
  if (known !== undefined) return known;
  const key = `${holder}.${part}`;
  keys.set(part, key);
  return key;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const at = (holder: unknown, key: string): unknown => (isObject(holder) ? holder[key] : undefined);
