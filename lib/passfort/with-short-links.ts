import type { CollectedData } from "./collected-data.ts";

/**
 * The data as it is written back: Passfort reads linked profiles out in full, and only their id goes in again
 * (API contract §4.3.5). Everything else, `resolver_id` above all, stays as it came.
 */
export function withShortLinks(data: CollectedData): CollectedData {
  return shortened(data) as CollectedData;
}

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shortened);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === "linked_profile" ? idAlone(inner) : shortened(inner)]),
  );
}

function idAlone(linked: unknown): unknown {
  return typeof linked === "object" && linked !== null && "id" in linked ? { id: linked.id } : linked;
}
