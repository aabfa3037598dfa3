import type { Account } from "../account.ts";
import { dateTime } from "../clock.ts";
import type { Profile } from "../profile/profile.ts";
import type { World } from "../world.ts";
import type { Application } from "./application.ts";
import { incompleteTasksOf, tasksOf } from "./blockers.ts";

/** The badge, first that applies in the documented order (API contract §5.1). */
export function flagOf(account: Account, profile: Profile, application: Application): string {
  if (application.status !== "APPLIED" && application.status !== "IN_REVIEW") return "DECIDED";
  if (application.automatingUntil !== undefined) return "AUTOMATING";
  const checkIds = new Set(tasksOf(account, profile, application).flatMap((task) => task.checkIds));
  if (profile.checks.some((check) => check.state !== "COMPLETE" && checkIds.has(check.id))) return "WAITING_ON_CHECKS";
  if (incompleteTasksOf(account, profile, application).length > 0) return "REQUIRES_MANUAL_TASK_COMPLETION";
  return "READY_FOR_DECISION";
}

/** Adds to the flag history when the badge is another one than before. */
export function noteFlag(world: World, account: Account, profile: Profile, application: Application): void {
  const flag = flagOf(account, profile, application);
  if (application.flagHistory.at(-1)?.flag === flag) return;
  application.flagHistory.push({ status: application.status, flag, date: dateTime(world.clock.now()) });
}
