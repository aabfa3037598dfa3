import type { Account } from "../account.ts";
import { POLICY } from "../actor.ts";
import { markTask } from "../profile/complete-task.ts";
import { displayNameOf } from "../profile/display-name.ts";
import type { Profile } from "../profile/profile.ts";
import { sendManualAction } from "../webhooks/announce.ts";
import type { World } from "../world.ts";
import type { Application } from "./application.ts";
import { incompleteTasksOf } from "./blockers.ts";
import { approveIfReady } from "./follow-tasks.ts";
import { noteFlag } from "./note-flag.ts";

/** Plans the end of the automatic part. Called when an application is made, and again after a restart. */
export function startAutomation(world: World, account: Account, profile: Profile, application: Application): void {
  const until = application.automatingUntil;
  if (until === undefined) return;
  world.clock.after(Math.max(0, until - world.clock.now()), () => {
    // The profile may be gone (reset), or a person may have decided in the meantime.
    if (account.profiles.get(profile.id) !== profile || application.automatingUntil !== until) return;
    endAutomation(world, account, profile, application);
  });
}

/**
 * The simulated policy: automatic tasks pass unless the profile's name contains a keyword, as in Passfort's demo
 * accounts. What then is still incomplete needs a person.
 */
function endAutomation(world: World, account: Account, profile: Profile, application: Application): void {
  delete application.automatingUntil;
  const isClean = !hasKeyword(displayNameOf(profile.collectedData), world.settings.manualKeywords);
  for (const task of incompleteTasksOf(account, profile, application)) {
    const variant = account.variants.find((candidate) => candidate.id === task.variantId);
    if (isClean && variant?.automatic && !task.isExtra && task.state === "INCOMPLETE")
      markTask(world, account, profile, task, "COMPLETED_PASS", POLICY);
  }
  const waiting = incompleteTasksOf(account, profile, application);
  if (waiting.length > 0) sendManualAction(world, account, profile, application, waiting);
  else approveIfReady(world, account, profile, POLICY);
  noteFlag(world, account, profile, application);
  world.changed();
}

function hasKeyword(displayName: string, keywords: string[]): boolean {
  const name = displayName.toLowerCase();
  return keywords.some((keyword) => name.includes(keyword.toLowerCase()));
}
