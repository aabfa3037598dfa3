import { associatedRoleByList, type Link, type LinkedAssociate, type LinkList } from "../domain/link.ts";
import type { RemoteProfile } from "./remote-profile.ts";
import { sameId } from "./with-links.ts";

/** One thing that is not as the link should have made it. `profileId` is the associate's. */
export type LinkDifference = {
  what:
    | "company_shows_no_associates"
    | "entry_missing"
    | "entry_doubled"
    | "task_variants_missing"
    | "associate_not_read"
    | "associate_not_linked_to_company"
    | "associate_lacks_role"
    | "associate_has_no_application";
  profileId: string;
  list: LinkList;
};

/**
 * What a link must have made, held against what was read afterwards (API contract §4.3.6). Empty: all is as it should be.
 * @param company the company's profile and the entries of its lists
 * @param associates the profiles of the linked, as read after the link
 */
export function verifyLinks(
  expected: readonly Link[],
  company: { profile: RemoteProfile; links: readonly LinkedAssociate[] },
  associates: readonly RemoteProfile[],
): LinkDifference[] {
  return expected.flatMap((link) => {
    const associate = associates.find(({ id }) => sameId(id, link.profileId));
    const found = [
      ...differencesOfEntry(link, company),
      ...differencesOfAssociate(link, company.profile.id, associate),
    ];
    return found.map((what) => ({ what, profileId: link.profileId, list: link.list }));
  });
}

type What = LinkDifference["what"];

function differencesOfEntry(
  link: Link,
  { profile, links }: { profile: RemoteProfile; links: readonly LinkedAssociate[] },
): What[] {
  // Null: an older answer that does not say.
  const shown: What[] = profile.hasAssociates === false ? ["company_shows_no_associates"] : [];
  const entries = links.filter(({ list, profileId }) => list === link.list && sameId(profileId, link.profileId));
  const [entry] = entries;
  if (!entry) return [...shown, "entry_missing"];
  if (entries.length > 1) return [...shown, "entry_doubled"];
  const lacks = link.taskVariantIds.some((id) => !entry.taskVariantIds.some((one) => sameId(one, id)));
  return lacks ? [...shown, "task_variants_missing"] : shown;
}

function differencesOfAssociate(link: Link, companyId: string, associate: RemoteProfile | undefined): What[] {
  if (!associate) return ["associate_not_read"];
  // An application need not say in which role it came (API contract §4.3.6 is inferred); the profile's own link does.
  const application: What[] = associate.applications.length > 0 ? [] : ["associate_has_no_application"];
  const linkedTo = associate.linkedTo.find(({ profileId }) => sameId(profileId, companyId));
  if (!linkedTo) return ["associate_not_linked_to_company", ...application];
  return linkedTo.roles.includes(associatedRoleByList[link.list])
    ? application
    : ["associate_lacks_role", ...application];
}
