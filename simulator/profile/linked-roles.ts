import type { CollectedData } from "../validate/collected-data.ts";
import { entriesOf } from "./link-lists.ts";

/** Ids of the profiles in the company's lists, each with its roles. */
export function linkedRoles(data: CollectedData): Map<string, string[]> {
  const rolesById = new Map<string, string[]>();
  for (const { role, entry } of entriesOf(data)) {
    const id = entry.linked_profile?.id;
    if (id) rolesById.set(id, [...new Set([...(rolesById.get(id) ?? []), role])]);
  }
  return rolesById;
}

/** The company's task variants that one associate is listed for, in whichever lists. */
export function linkedVariantIds(data: CollectedData, associateId: string): string[] {
  const entries = entriesOf(data).filter(({ entry }) => entry.linked_profile?.id === associateId);
  return [...new Set(entries.flatMap(({ entry }) => entry.task_variant_ids ?? []))];
}
