import type { Account } from "../account.ts";
import { type Actor, POLICY } from "../actor.ts";
import { approveIfReady } from "../application/follow-tasks.ts";
import { noteFlags } from "../application/note-flag.ts";
import { sendProfileStatusChanged } from "../webhooks/announce.ts";
import type { World } from "../world.ts";
import { recordAudit } from "./audit.ts";
import type { Profile } from "./profile.ts";

/** Suspends or bans a profile, which blocks approval, or takes that back. */
export function setProfileStatus(
  world: World,
  account: Account,
  profile: Profile,
  status: Profile["status"],
  actor: Actor,
): void {
  const before = profile.status;
  if (before === status) return;
  profile.status = status;
  profile.modifiedAt = world.clock.now();
  recordAudit(world, profile, actor, "profile-status-changed", { status });
  approveIfReady(world, account, profile, POLICY);
  noteFlags(world, account, profile);
  sendProfileStatusChanged(world, account, profile, before, actor);
  world.changed();
}
