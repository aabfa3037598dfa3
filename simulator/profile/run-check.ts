import type { Account } from "../account.ts";
import type { Actor } from "../actor.ts";
import { invalid } from "../api/refused.ts";
import { noteFlag } from "../application/flag.ts";
import { dateTime } from "../clock.ts";
import { sendCheckCompleted } from "../webhooks/announce.ts";
import type { World } from "../world.ts";
import { recordAudit } from "./audit.ts";
import { displayNameOf } from "./display-name.ts";
import type { Check, Profile } from "./profile.ts";

export type CheckOrder = { checkType: string; taskIds: string[] | undefined; isAsync: boolean };

/** Starts a check, and finishes it at once or after the time that settings give it. */
export function runCheck(world: World, account: Account, profile: Profile, order: CheckOrder, actor: Actor): Check {
  const known = new Set(profile.tasks.map((task) => task.id));
  if (order.taskIds?.some((id) => !known.has(id)))
    throw invalid("A task id is not of a task on this profile.", "task_ids");
  const check: Check = {
    id: world.newId(),
    checkType: order.checkType,
    state: "RUNNING",
    performedOn: null,
    taskIds: order.taskIds ?? matchingTasks(profile, order.checkType),
    inputData: profile.collectedData,
  };
  profile.checks.push(check);
  for (const task of profile.tasks) if (check.taskIds.includes(task.id)) task.checkIds.push(check.id);
  recordAudit(world, profile, actor, "instructed-check", { check_id: check.id, check_type: check.checkType });
  world.changed();
  if (order.isAsync) planEnd(world, account, profile, check);
  else endCheck(world, account, profile, check);
  return check;
}

/** Also called after a restart, for checks that were running. */
export function planEnd(world: World, account: Account, profile: Profile, check: Check): void {
  world.clock.after(world.settings.checkDelayMs, () => {
    if (account.profiles.get(profile.id) === profile) endCheck(world, account, profile, check);
  });
}

function endCheck(world: World, account: Account, profile: Profile, check: Check): void {
  check.state = "COMPLETE";
  check.performedOn = dateTime(world.clock.now());
  check.result = resultOf(check.checkType, displayNameOf(profile.collectedData), world.settings.manualKeywords);
  for (const application of profile.applications) noteFlag(world, account, profile, application);
  sendCheckCompleted(world, account, profile, { id: check.id, check_type: check.checkType, result: check.result });
  world.changed();
}

/** Clean unless the name says otherwise, as in demo accounts; identity checks have their own words. */
function resultOf(checkType: string, displayName: string, keywords: string[]): string {
  const isClean = !keywords.some((keyword) => displayName.toLowerCase().includes(keyword.toLowerCase()));
  if (checkType === "IDENTITY_CHECK") return isClean ? "2+2" : "Fail";
  if (checkType.endsWith("PEPS_AND_SANCTIONS_SCREEN")) return isClean ? "Pass" : "Refer";
  return isClean ? "Pass" : "Fail";
}

/** Without task ids Passfort attaches a check to matching tasks itself. */
const TASKS_BY_CHECK: [check: RegExp, task: RegExp][] = [
  [/^IDENTITY_CHECK$/, /^INDIVIDUAL_VERIFY_(IDENTITY|ADDRESS)$/],
  [/PEPS_AND_SANCTIONS/, /_ASSESS_/],
  [/^COMPANY_(REGISTRY|DATA)$/, /^COMPANY_VERIFY_IDENTITY$/],
  [/^COMPANY_OWNERSHIP$/, /^COMPANY_IDENTIFY_BENEFICIAL_OWNERS$/],
  [/DOCUMENT/, /_VERIFY_IDENTITY$/],
];

function matchingTasks(profile: Profile, checkType: string): string[] {
  const taskType = TASKS_BY_CHECK.find(([check]) => check.test(checkType))?.[1];
  return profile.tasks.filter((task) => !task.isExpired && taskType?.test(task.type)).map((task) => task.id);
}
