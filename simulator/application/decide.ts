import type { Account } from "../account.ts";
import type { Actor } from "../actor.ts";
import { refused } from "../api/refused.ts";
import { recordAudit } from "../profile/audit.ts";
import { replaceTask } from "../profile/expire-task.ts";
import type { Profile } from "../profile/profile.ts";
import { sendStatusChanged } from "../webhooks/announce.ts";
import type { World } from "../world.ts";
import { type Application, type ApplicationStatus, TRANSITIONS } from "./application.ts";
import { blockersOf, tasksOf } from "./blockers.ts";
import { moveApplication } from "./move-application.ts";
import { noteFlag } from "./note-flag.ts";

/**
 * Takes a decision. Errors (codes documented, mapping inferred, API contract §12 rule 22): 102 already approved,
 * 103 already rejected, 105 (by the switch `blockedApprovalCode` 402) blockers, 402 any other move.
 */
export function decide(
  world: World,
  account: Account,
  profile: Profile,
  application: Application,
  to: ApplicationStatus,
  actor: Actor,
  comment?: string,
): void {
  const { repeatedDecision, blockedApprovalCode } = world.settings;
  const from = application.status;
  if (from === to && repeatedDecision === "accept") return;
  if (from === to && to === "APPROVED") throw refused(409, 102, "The application is already approved.");
  if (from === to && to === "REJECTED") throw refused(409, 103, "The application is already rejected.");
  if (application.hidden || !TRANSITIONS[from].includes(to)) {
    throw refused(409, 402, `An application cannot go from ${from} to ${to}.`, { allowed: TRANSITIONS[from] });
  }
  const blockers = to === "APPROVED" ? blockersOf(account, profile, application) : [];
  if (blockers.length > 0) {
    throw refused(409, blockedApprovalCode, "The application cannot be approved: something still blocks it.", {
      approval_blockers: blockers,
    });
  }
  moveApplication(world, account, profile, application, to, actor, comment ?? null);
}

/**
 * Opens a decided application again: the same one, or by the switch `revert` a new one in its place with the same
 * history but the last decision. Screening that was done has to be done again (API contract §5.1).
 */
export function revertDecision(
  world: World,
  account: Account,
  profile: Profile,
  application: Application,
  actor: Actor,
  comment: string | null,
): Application {
  if (application.hidden || (application.status !== "REJECTED" && application.status !== "CANCELLED")) {
    throw refused(409, 402, "Only a rejected or cancelled application can be reverted.");
  }
  recordAudit(world, profile, actor, "revert-decision", { application_id: application.id });
  for (const task of tasksOf(account, profile, application)) {
    if (IS_SCREENING.test(task.type) && task.state !== "INCOMPLETE") replaceTask(world, account, profile, task, actor);
  }
  if (world.settings.revert === "same") {
    moveApplication(world, account, profile, application, "APPLIED", actor, comment);
    return application;
  }
  return succeed(world, account, profile, application, actor);
}

const IS_SCREENING = /_ASSESS_.*(POLITICAL|SANCTIONS)/;

function succeed(
  world: World,
  account: Account,
  profile: Profile,
  application: Application,
  actor: Actor,
): Application {
  application.hidden = true;
  const successor: Application = {
    ...application,
    id: world.newId(),
    status: "APPLIED",
    history: application.history.slice(0, -1),
    flagHistory: [],
    hidden: false,
  };
  profile.applications.push(successor);
  noteFlag(world, account, profile, successor);
  sendStatusChanged(world, account, profile, successor, actor);
  world.changed();
  return successor;
}
