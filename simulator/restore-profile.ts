import { type Account, countCreate } from "./account.ts";
import { startAutomation } from "./application/automate.ts";
import { planEnd } from "./profile/end-check.ts";
import { planExpiry } from "./profile/expire-task.ts";
import { customerRefOf, type Profile } from "./profile/profile.ts";
import type { World } from "./world.ts";

/** A profile as an older snapshot may hold it: what did not exist then is missing. */
export type KeptProfile = Omit<Profile, "events" | "collectionSteps" | "linkedTo"> & {
  events?: Profile["events"];
  collectionSteps?: Profile["collectionSteps"];
  linkedTo: Profile["linkedTo"] | string | null;
};

/** Puts a profile back and takes up again what was under way: automation, running checks, tasks that will run out. */
export function restoreProfile(world: World, account: Account, kept: KeptProfile): void {
  const linkedTo = typeof kept.linkedTo === "string" ? [kept.linkedTo] : (kept.linkedTo ?? []);
  const profile: Profile = { events: [], collectionSteps: [], ...kept, linkedTo };
  account.profiles.set(profile.id, profile);
  countCreate(account, customerRefOf(profile));
  for (const application of profile.applications) startAutomation(world, account, profile, application);
  for (const check of profile.checks) if (check.state === "RUNNING") planEnd(world, account, profile, check);
  for (const task of profile.tasks) planExpiry(world, account, profile, task);
}
