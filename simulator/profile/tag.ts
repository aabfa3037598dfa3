import type { Account, Tag } from "../account.ts";
import { stableId } from "../stable-id.ts";
import type { World } from "../world.ts";
import type { Profile } from "./profile.ts";

/** A tag as it hangs on a profile. One id per name in an account is inferred (API contract §7; switch `tagIds`). */
export function tagOn(world: World, account: Account, profile: Profile, name: string): Tag {
  const words = world.settings.tagIds === "per_name" ? [name] : [profile.id, name];
  return { id: stableId(account.key, "tag", ...words), name, is_automatic: false };
}
