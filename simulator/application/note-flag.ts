import type { Account } from "../account.ts";
import { dateTime } from "../clock.ts";
import type { Profile } from "../profile/profile.ts";
import { sendFlagChanged } from "../webhooks/announce.ts";
import type { World } from "../world.ts";
import type { Application } from "./application.ts";
import { flagOf } from "./flag.ts";

/** Adds to the flag history when the badge is another one than before, and says so. */
export function noteFlag(world: World, account: Account, profile: Profile, application: Application): void {
  const flag = flagOf(account, profile, application);
  const before = application.flagHistory.at(-1)?.flag ?? null;
  if (before === flag) return;
  application.flagHistory.push({ status: application.status, flag, date: dateTime(world.clock.now()) });
  sendFlagChanged(world, account, profile, application, { old_flag: before, new_flag: flag });
}

/** After anything that may concern every application of the profile. */
export function noteFlags(world: World, account: Account, profile: Profile): void {
  for (const application of profile.applications) noteFlag(world, account, profile, application);
}
