import type { Account } from "../account.ts";
import { type Actor, nameOf } from "../actor.ts";
import { refused } from "../api/refused.ts";
import { dateTime } from "../clock.ts";
import { recordAudit } from "../profile/audit.ts";
import type { Profile } from "../profile/profile.ts";
import { sendStatusChanged } from "../webhooks/announce.ts";
import type { World } from "../world.ts";
import { type Application, type ApplicationStatus, TRANSITIONS } from "./application.ts";
import { blockersOf } from "./blockers.ts";
import { noteFlag } from "./flag.ts";

/**
 * Takes a decision. Errors (codes documented, mapping inferred, API contract §12 rule 22): 102 already approved,
 * 103 already rejected, 105 blockers, 402 any other move.
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
  const from = application.status;
  if (from === to && to === "APPROVED") throw refused(409, 102, "The application is already approved.");
  if (from === to && to === "REJECTED") throw refused(409, 103, "The application is already rejected.");
  if (application.hidden || !TRANSITIONS[from].includes(to)) {
    throw refused(409, 402, `An application cannot go from ${from} to ${to}.`, { allowed: TRANSITIONS[from] });
  }
  const blockers = to === "APPROVED" ? blockersOf(account, profile, application) : [];
  if (blockers.length > 0) {
    throw refused(409, 105, "The application cannot be approved: something still blocks it.", {
      approval_blockers: blockers,
    });
  }
  moveTo(world, account, profile, application, to, actor, comment ?? null);
}

/** Opens a decided application again: the same one, or by the switch `revert` a new one in its place. */
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
  if (world.settings.revert === "same") {
    moveTo(world, account, profile, application, "APPLIED", actor, comment);
    return application;
  }
  application.hidden = true;
  const successor: Application = { ...application, id: world.newId(), hidden: false, history: [], flagHistory: [] };
  profile.applications.push(successor);
  moveTo(world, account, profile, successor, "APPLIED", actor, comment);
  return successor;
}

/** Approves every open application of an approving product that nothing blocks; after the last task has passed. */
export function approveIfReady(world: World, account: Account, profile: Profile, actor: Actor): void {
  for (const application of profile.applications) {
    const product = account.products.find((candidate) => candidate.id === application.productId);
    const isWaiting = application.status === "APPLIED" || application.status === "IN_REVIEW";
    if (!product?.automaticallyApprove || !isWaiting || application.hidden) continue;
    if (application.automatingUntil !== undefined || blockersOf(account, profile, application).length > 0) continue;
    moveTo(world, account, profile, application, "APPROVED", actor, null);
  }
}

/** An approved application falls to review when one of its tasks is open again or a new one appears. */
export function reviewIfBlocked(world: World, account: Account, profile: Profile, actor: Actor): void {
  for (const application of profile.applications) {
    if (application.status !== "APPROVED" || application.hidden) continue;
    if (blockersOf(account, profile, application).length > 0)
      moveTo(world, account, profile, application, "IN_REVIEW", actor, null);
  }
}

function moveTo(
  world: World,
  account: Account,
  profile: Profile,
  application: Application,
  to: ApplicationStatus,
  actor: Actor,
  comment: string | null,
): void {
  const now = world.clock.now();
  application.status = to;
  // A decision ends the automatic part, which must not decide again later.
  delete application.automatingUntil;
  application.history.push({
    status: to,
    date: dateTime(now),
    decisioner: actor.kind === "policy" ? null : nameOf(actor),
    comment,
  });
  profile.modifiedAt = now;
  noteFlag(world, account, profile, application);
  const action = actor.kind === "policy" ? "auto-decision" : "manual-decision";
  recordAudit(world, profile, actor, action, { application_id: application.id, status: to });
  sendStatusChanged(world, account, profile, application, actor);
  world.changed();
}
