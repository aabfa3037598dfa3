import type { Account } from "../account.ts";
import type { Actor } from "../actor.ts";
import type { World } from "../world.ts";
import { etagOf } from "./etag.ts";
import type { Profile } from "./profile.ts";
import { readData, replaceData } from "./store-data.ts";

/**
 * Replaces a profile's collected data by what a key or a person in the portal sends; `body` is the whole of it, as it
 * would be POSTed. With `expected` (an ETag, or `*`) only that version is replaced, without it the last writer wins
 * (API contract §9). Throws `Refused` with code 201 or 105 when the data breaks a rule; then nothing has changed.
 */
export function editData(
  world: World,
  account: Account,
  profile: Profile,
  body: unknown,
  actor: Actor,
  expected?: string,
): "stored" | "changed_meanwhile" {
  if (expected !== undefined && expected !== "*" && expected !== etagOf(profile)) return "changed_meanwhile";
  replaceData(world, account, profile, readData(world, body), actor);
  return "stored";
}
