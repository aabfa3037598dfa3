import type { Link } from "../domain/link.ts";
import type { CollectedData } from "./collected-data.ts";
import { entriesOf, linkedAssociateOf, withEntries } from "./linked-associates.ts";
import type { LinkRequest } from "./wire/link.ts";

/**
 * A company's data with these links in it. Pure, and made again on every newer version of the data. What already stands
 * in the same list is not doubled and keeps everything it has; only task variants it lacks are added to it.
 */
export function withLinks(company: CollectedData, links: readonly Link[]): CollectedData {
  return links.reduce(withLink, company);
}

function withLink(company: CollectedData, link: Link): CollectedData {
  const entries = entriesOf(company, link.list);
  const at = entries.findIndex((entry) =>
    linkedAssociateOf(link.list, entry).some(({ profileId }) => sameId(profileId, link.profileId)),
  );
  if (at === -1) return withEntries(company, link.list, [...entries, linkRequestOf(link)]);

  const [present] = linkedAssociateOf(link.list, entries[at]);
  const known = present?.taskVariantIds ?? [];
  const missing = link.taskVariantIds.filter((id) => !known.some((one) => sameId(one, id)));
  if (missing.length === 0) return company;
  const completed = { ...(entries[at] as object), task_variant_ids: [...known, ...missing] };
  return withEntries(company, link.list, entries.with(at, completed));
}

/** The entry we add (API contract §4.2). */
export function linkRequestOf(link: Link): LinkRequest {
  const optional = {
    total_percentage: link.percentage,
    relationship: link.relationship,
    appointed_on: link.appointedOn,
    resigned_on: link.resignedOn,
    original_role: link.role,
    notified_on: link.notifiedOn,
    ceased_on: link.ceasedOn,
    natures_of_control: link.naturesOfControl?.length ? [...link.naturesOfControl] : undefined,
  };
  return {
    entity_type: link.entityType === "company" ? "COMPANY" : "INDIVIDUAL",
    linked_profile: { id: link.profileId },
    task_variant_ids: [...new Set(link.taskVariantIds)],
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined && value !== "")),
  };
}

/** Ids are hexadecimal, in either case (API contract §3.2). */
export function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
