import type { Account } from "../account.ts";
import type { Actor } from "../actor.ts";
import { sendDataUpdated } from "../webhooks/announce.ts";
import type { World } from "../world.ts";
import { recordAudit } from "./audit.ts";
import { touch } from "./etag.ts";
import { filterEntries } from "./link-lists.ts";
import { linkedRoles } from "./linked-roles.ts";
import { unlink } from "./links.ts";
import type { Profile } from "./profile.ts";

/**
 * What only a person in the portal can do. The API then answers 404, and the search no longer finds it. The profile's
 * associates lose their applications, and companies that list it no longer do (both inferred).
 */
export function deleteProfile(world: World, account: Account, profile: Profile, actor: Actor): void {
  for (const id of linkedRoles(profile.collectedData).keys()) {
    const associate = account.profiles.get(id);
    if (associate) unlink(world, account, profile, associate, actor);
  }
  for (const id of profile.linkedTo) {
    const company = account.profiles.get(id);
    if (company) forget(world, account, company, profile.id, actor);
  }
  account.profiles.delete(profile.id);
  world.changed();
}

function forget(world: World, account: Account, company: Profile, associateId: string, actor: Actor): void {
  const before = company.collectedData;
  if (before.entity_type !== "COMPANY") return;
  company.collectedData = filterEntries(before, (entry) => entry.linked_profile?.id !== associateId);
  touch(company, world.clock.now());
  recordAudit(world, company, actor, "unlinked-profile", { profile_id: associateId });
  sendDataUpdated(world, account, company, actor, before);
}
