import type { Account } from "../account.ts";
import { POLICY } from "../actor.ts";
import { noteFlags } from "../application/note-flag.ts";
import { dateTime } from "../clock.ts";
import { sendCheckCompleted } from "../webhooks/announce.ts";
import type { World } from "../world.ts";
import { isAccepted, resultOf } from "./check-result.ts";
import { moveTask } from "./complete-task.ts";
import type { Check, Profile } from "./profile.ts";

/** Lets a running check end after the time that settings give it; called again after a restart. */
export function planEnd(world: World, account: Account, profile: Profile, check: Check): void {
  world.clock.after(world.settings.checkDelayMs, () => {
    if (account.profiles.get(profile.id) === profile && check.state === "RUNNING")
      endCheck(world, account, profile, check);
  });
}

/** The result is there; tasks that accept it pass, where the account's policy says so. */
export function endCheck(
  world: World,
  account: Account,
  profile: Profile,
  check: Check,
  result = resultOf(world, account, profile, check.checkType),
): void {
  check.state = "COMPLETE";
  check.performedOn = dateTime(world.clock.now());
  check.result = result;
  for (const task of profile.tasks) {
    if (!check.taskIds.includes(task.id) || task.isExpired || task.state === "COMPLETED_PASS") continue;
    const variant = account.variants.find((one) => one.id === task.variantId);
    if (variant?.passesOnChecks.includes(check.checkType) && isAccepted(result))
      moveTask(world, account, profile, task, "COMPLETED_PASS", POLICY);
  }
  noteFlags(world, account, profile);
  sendCheckCompleted(world, account, profile, { id: check.id, check_type: check.checkType, result });
  world.changed();
}
