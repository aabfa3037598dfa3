import type { Account } from "../account.ts";
import type { Actor } from "../actor.ts";
import type { Profile } from "../profile/profile.ts";
import type { World } from "../world.ts";
import { blockersOf, incompleteTasksOf } from "./blockers.ts";
import { moveApplication } from "./move-application.ts";

/** Approves every open application of an approving product that nothing blocks; after the last task has passed. */
export function approveIfReady(world: World, account: Account, profile: Profile, actor: Actor): void {
  for (const application of profile.applications) {
    const product = account.products.find((candidate) => candidate.id === application.productId);
    const isWaiting = application.status === "APPLIED" || application.status === "IN_REVIEW";
    if (!product?.automaticallyApprove || !isWaiting || application.hidden) continue;
    if (application.automatingUntil !== undefined || blockersOf(account, profile, application).length > 0) continue;
    moveApplication(world, account, profile, application, "APPROVED", actor);
  }
}

/** An approved application falls to review when one of its tasks is open again or a new one appears. */
export function reviewIfBlocked(world: World, account: Account, profile: Profile, actor: Actor): void {
  for (const application of profile.applications) {
    if (application.status !== "APPROVED" || application.hidden) continue;
    if (incompleteTasksOf(account, profile, application).length > 0)
      moveApplication(world, account, profile, application, "IN_REVIEW", actor);
  }
}
