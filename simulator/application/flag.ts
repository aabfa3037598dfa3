import type { Account } from "../account.ts";
import type { Profile } from "../profile/profile.ts";
import type { Application } from "./application.ts";
import { incompleteTasksOf, tasksOf } from "./blockers.ts";

/** The badge, first that applies in the documented order (API contract §5.1). */
export function flagOf(account: Account, profile: Profile, application: Application): string {
  if (application.status !== "APPLIED" && application.status !== "IN_REVIEW") return "DECIDED";
  if (application.automatingUntil !== undefined) return "AUTOMATING";
  if (profile.collectionSteps.length > 0) return "WAITING_ON_COLLECTION_STEPS";
  const checkIds = new Set(tasksOf(account, profile, application).flatMap((task) => task.checkIds));
  if (profile.checks.some((check) => check.state !== "COMPLETE" && checkIds.has(check.id))) return "WAITING_ON_CHECKS";
  if (incompleteTasksOf(account, profile, application).length > 0) return "REQUIRES_MANUAL_TASK_COMPLETION";
  return "READY_FOR_DECISION";
}
