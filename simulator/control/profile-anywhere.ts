import type { Account } from "../account.ts";
import { raise } from "../api/operation.ts";
import type { Profile } from "../profile/profile.ts";
import type { World } from "../world.ts";

/** A person in the portal sees every account. Refuses with 404 when there is no such profile. */
export function profileAnywhere(world: World, id: string): { account: Account; profile: Profile } {
  for (const account of world.accounts) {
    const profile = account.profiles.get(id);
    if (profile) return { account, profile };
  }
  return raise("The profile");
}
