import type { Account } from "../account.ts";
import type { Actor } from "../actor.ts";
import { refused } from "../api/refused.ts";
import type { World } from "../world.ts";
import { recordAudit } from "./audit.ts";
import { manualResult } from "./check-result.ts";
import { endCheck } from "./end-check.ts";
import type { Check, Profile } from "./profile.ts";
import { attach } from "./run-check.ts";

/**
 * A person approves or rejects a check by hand. Checks never change, so this makes a new one with that result (API
 * contract §2.1). One that has not ended cannot be decided: code 402 (inferred).
 */
export function decideCheck(
  world: World,
  account: Account,
  profile: Profile,
  check: Check,
  decision: "approve" | "reject",
  actor: Actor,
): Check {
  if (check.state !== "COMPLETE") throw refused(409, 402, "The check has not ended yet.");
  const decided: Check = { ...check, id: world.newId(), state: "RUNNING", decidedFrom: check.id };
  attach(profile, decided);
  recordAudit(world, profile, actor, "updated-check", { check_id: decided.id, from: check.id, decision });
  endCheck(world, account, profile, decided, manualResult(check.checkType, decision));
  return decided;
}
