import { entityTypes } from "../domain/entity.ts";
import { type LinkedAssociate, type LinkList, linkLists } from "../domain/link.ts";
import type { CollectedData } from "./collected-data.ts";
import { linkAnswer } from "./wire/link.ts";

/** Where each list stands in a company's collected data (API contract §4.2). */
const holderByList: Record<LinkList, "officers" | "ownership_structure" | null> = {
  directors: "officers",
  secretaries: "officers",
  partners: "officers",
  trustees: "officers",
  resigned: "officers",
  other: "officers",
  shareholders: "ownership_structure",
  beneficial_owners: "ownership_structure",
  authorized_persons: null,
};

/** The associates in a company's lists. Entries of data alone, without a profile, are none of them. */
export function linkedAssociatesOf(company: CollectedData): LinkedAssociate[] {
  return linkLists.flatMap((list) => entriesOf(company, list).flatMap((entry) => linkedAssociateOf(list, entry)));
}

/** The entries of one list, as they came; none when there is no list. */
export function entriesOf(company: CollectedData, list: LinkList): readonly unknown[] {
  const holder = holderByList[list];
  const entries = holder === null ? company[list] : objectOf(company[holder])[list];
  return Array.isArray(entries) ? entries : [];
}

/** The company with other entries in one list; whatever else it holds stays. */
export function withEntries(company: CollectedData, list: LinkList, entries: readonly unknown[]): CollectedData {
  const holder = holderByList[list];
  if (holder === null) return { ...company, [list]: entries };
  return { ...company, [holder]: { ...objectOf(company[holder]), [list]: entries } };
}

export function linkedAssociateOf(list: LinkList, entry: unknown): LinkedAssociate[] {
  const parsed = linkAnswer.safeParse(entry);
  if (!parsed.success || !parsed.data.linked_profile) return [];
  const read = parsed.data;
  return [
    {
      list,
      profileId: parsed.data.linked_profile.id,
      entityType: entityTypes.find((type) => type.toUpperCase() === read.entity_type) ?? null,
      taskVariantIds: read.task_variant_ids ?? [],
      resolverId: read.resolver_id ?? null,
      percentage: read.total_percentage ?? null,
      relationship: read.relationship ?? null,
      appointedOn: read.appointed_on ?? null,
      resignedOn: read.resigned_on ?? null,
      role: read.original_role ?? null,
    },
  ];
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
