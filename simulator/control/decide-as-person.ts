import { z } from "zod";
import type { Account } from "../account.ts";
import type { Actor } from "../actor.ts";
import { raise } from "../api/operation.ts";
import { tasksOf } from "../application/blockers.ts";
import { decide, revertDecision } from "../application/decide.ts";
import { showApplication } from "../application/show-application.ts";
import { markTask } from "../profile/complete-task.ts";
import type { Profile } from "../profile/profile.ts";
import { stableId } from "../stable-id.ts";
import type { World } from "../world.ts";

export const decisionSchema = z.strictObject({
  /** APPLIED reverts a rejection or cancellation. */
  status: z.enum(["APPLIED", "APPROVED", "IN_REVIEW", "REJECTED", "CANCELLED"]),
  user: z.looseObject({ name: z.string().min(1) }).default({ name: "Portal Person" }),
  comment: z.string().optional(),
});

export type Decision = z.infer<typeof decisionSchema>;

/**
 * The person in the portal decides. To approve, they first complete what is open, as a person would; the webhook then
 * names the person, not a key.
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
  const mayApprove = application.status === "APPLIED" || application.status === "IN_REVIEW";
  if (status === "APPROVED" && mayApprove) {
    for (const task of tasksOf(account, profile, application)) markTask(world, profile, task, "COMPLETED_PASS", actor);
  }
  decide(world, account, profile, application, status, actor, comment);
  return showApplication(account, profile, application);
}

export function profileAnywhere(world: World, id: string): { account: Account; profile: Profile } {
  for (const account of world.accounts) {
    const profile = account.profiles.get(id);
    if (profile) return { account, profile };
  }
  return raise("The profile");
}

function personNamed(name: string): Actor {
  const mailbox = name.toLowerCase().replace(/[^a-z0-9]+/g, ".");
  return { kind: "person", id: stableId("person", name), name, email: `${mailbox}@portal.example` };
}
