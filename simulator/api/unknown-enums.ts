import vocabulary from "../validate/vocabulary.json" with { type: "json" };

const CATEGORIES = new Set<unknown>(vocabulary.ProfileCategory);

/**
 * A copy of an answer with enum values that nobody has published, as may come at any time without notice (API contract
 * §1.1): another profile category, one more task type and one more event type.
 */
export function withUnknownEnums(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withUnknownEnums);
  if (typeof body !== "object" || body === null || body instanceof Uint8Array) return body;
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, changed(key, value)]));
}

function changed(key: string, value: unknown): unknown {
  if (key === "category" && CATEGORIES.has(value)) return "DORMANT_CUSTOMER";
  if (key === "task_types" && Array.isArray(value)) return [...value, "INDIVIDUAL_ASSESS_DIGITAL_FOOTPRINT"];
  if (key === "unresolved_event_types" && Array.isArray(value)) return [...value, "DIGITAL_FOOTPRINT_FLAG"];
  return withUnknownEnums(value);
}
