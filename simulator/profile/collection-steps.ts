import type { Account } from "../account.ts";
import type { Actor } from "../actor.ts";
import { noteFlags } from "../application/note-flag.ts";
import { sendCollectionStepsCompleted } from "../webhooks/announce.ts";
import type { World } from "../world.ts";
import { recordAudit } from "./audit.ts";
import type { CollectionStep } from "./collection-step.ts";
import { planEnd } from "./end-check.ts";
import { isFulfilled } from "./is-fulfilled.ts";
import type { Profile } from "./profile.ts";

/** What a check cannot do without; a check of another type asks for nothing (inferred from API contract §3.6). */
const NEEDS: Record<string, CollectionStep["collection_type"][]> = {
  IDENTITY_CHECK: ["FULL_NAME", "DOB", "ADDRESS_HISTORY"],
  PEPS_AND_SANCTIONS_SCREEN: ["FULL_NAME"],
  CRA_BANK_ACCOUNT_VERIFICATION: ["FULL_NAME", "ADDRESS_HISTORY"],
};

/** The steps that running this check would add: its needs that the data does not meet and nobody asks for yet. */
export function stepsMissingFor(profile: Profile, checkType: string): CollectionStep[] {
  const asked = new Set(profile.collectionSteps.map((step) => step.collection_type));
  return (NEEDS[checkType] ?? [])
    .filter((type) => !asked.has(type))
    .map((collection_type) => ({ collection_type }))
    .filter((step) => !isFulfilled(step, profile.collectedData));
}

/** Replaces the steps, as a person or a key may; none left lets waiting checks run. */
export function replaceSteps(
  world: World,
  account: Account,
  profile: Profile,
  steps: CollectionStep[],
  actor: Actor,
): void {
  const isKept = (step: CollectionStep) =>
    world.settings.fulfilledSteps === "keep" || !isFulfilled(step, profile.collectedData);
  const before = profile.collectionSteps.length;
  profile.collectionSteps = steps.filter(isKept);
  recordAudit(world, profile, actor, "requested-data", { steps: steps.map((step) => step.collection_type) });
  goOn(world, account, profile, before, actor);
}

/** After data was written: what has been fulfilled is asked for no longer. */
export function followData(world: World, account: Account, profile: Profile, actor: Actor): void {
  const before = profile.collectionSteps.length;
  if (before === 0) return;
  profile.collectionSteps = profile.collectionSteps.filter((step) => !isFulfilled(step, profile.collectedData));
  if (profile.collectionSteps.length < before) recordAudit(world, profile, actor, "submitted-data", {});
  goOn(world, account, profile, before, actor);
}

function goOn(world: World, account: Account, profile: Profile, before: number, actor: Actor): void {
  if (profile.collectionSteps.length === 0) {
    if (before > 0) sendCollectionStepsCompleted(world, account, profile, actor);
    for (const check of profile.checks.filter(({ state }) => state === "PENDING")) {
      check.state = "RUNNING";
      check.inputData = profile.collectedData;
      planEnd(world, account, profile, check);
    }
  }
  noteFlags(world, account, profile);
  world.changed();
}
