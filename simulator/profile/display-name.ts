import type { CollectedData } from "../validate/collected-data.ts";

/** The name the portal shows; also the only personal text the search looks at (API contract §10). */
export function displayNameOf(data: CollectedData): string {
  if (data.entity_type === "COMPANY") return data.metadata?.name || data.metadata?.number || "Unnamed company";
  const name = data.personal_details?.name;
  const parts = [...(name?.given_names ?? []), name?.family_name];
  return (
    parts
      .filter((part) => part?.trim())
      .join(" ")
      .trim() || "Unnamed individual"
  );
}
