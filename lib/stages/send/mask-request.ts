import { maskText } from "../../domain/mask.ts";

/** Values a person may see whole: they are codes and words of ours or of Passfort's, and identify nobody. */
const openKeys = new Set([
  "role",
  "entity_type",
  "alias",
  "country",
  "nationality",
  "country_of_incorporation",
  "customer_ref",
  "type",
]);

/** A request as it will be sent, its personal values masked: the shape shows, the person does not. */
export function maskRequest(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((entry) => maskRequest(entry, key));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskRequest(inner, name)]));
  return typeof value === "string" && !openKeys.has(key) ? maskText(value) : value;
}
