import { z } from "zod";
import { raise } from "../api/operation.ts";
import { blockersOf, incompleteTasksOf } from "../application/blockers.ts";
import { decide, revertDecision } from "../application/decide.ts";
import { showApplication } from "../application/show-application.ts";
import { markTask } from "../profile/complete-task.ts";
import type { World } from "../world.ts";
import { personNamed, userSchema } from "./person.ts";
import { profileAnywhere } from "./profile-anywhere.ts";

export const decisionSchema = z.strictObject({
  /** APPLIED reverts a rejection or cancellation. */
  status: z.enum(["APPLIED", "APPROVED", "IN_REVIEW", "REJECTED", "CANCELLED"]),
  user: userSchema,
  /** The reason; kept in the application's history. */
  comment: z.string().optional(),
});

export type Decision = z.infer<typeof decisionSchema>;

/**
 * The person in the portal decides. To approve, they first complete what is open, as a person would; the webhook then
 * names the person, not a key. Anything else that blocks the approval refuses it, and then no task is completed either.
 */
export function decideAsPerson(world: World, profileId: string, applicationId: string, decision: Decision) {
  const { account, profile } = profileAnywhere(world, profileId);
  const application = profile.applications.find((one) => one.id === applicationId) ?? raise("The application");
  const actor = personNamed(decision.user.name);
  const { status, comment } = decision;
  if (status === "APPLIED") {
    const reverted = revertDecision(world, account, profile, application, actor, comment ?? null);
    return showApplication(account, profile, reverted);
  }
  const isDecidable = application.status === "APPLIED" || application.status === "IN_REVIEW";
  const isOnlyTasks = blockersOf(account, profile, application).every((one) => one.blocker_type === "INCOMPLETE_TASK");
  if (status === "APPROVED" && isDecidable && isOnlyTasks) {
    for (const task of incompleteTasksOf(account, profile, application))
      markTask(world, account, profile, task, "COMPLETED_PASS", actor);
  }
  decide(world, account, profile, application, status, actor, comment);
  return showApplication(account, profile, application);
}
