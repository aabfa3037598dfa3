import type { Account } from "../account.ts";
import type { Actor } from "../actor.ts";
import { invalid } from "../api/refused.ts";
import { noteFlags } from "../application/note-flag.ts";
import type { World } from "../world.ts";
import { recordAudit } from "./audit.ts";
import { stepsMissingFor } from "./collection-steps.ts";
import { endCheck, planEnd } from "./end-check.ts";
import type { Check, Profile } from "./profile.ts";

export type CheckOrder = {
  checkType: string;
  taskIds: string[] | undefined;
  isAsync: boolean;
  variantId?: string | undefined;
  details?: Record<string, unknown>;
};

/**
 * Starts a check. Where data for it is missing, or anything is still to be collected, it waits in PENDING (API contract
 * §5.4); otherwise it is finished at once or after the time that settings give it.
 */
export function runCheck(world: World, account: Account, profile: Profile, order: CheckOrder, actor: Actor): Check {
  checkFits(profile, order);
  const missing = stepsMissingFor(profile, order.checkType);
  profile.collectionSteps.push(...missing);
  const check: Check = {
    id: world.newId(),
    checkType: order.checkType,
    state: profile.collectionSteps.length > 0 ? "PENDING" : "RUNNING",
    performedOn: null,
    taskIds: order.taskIds ?? matchingTasks(profile, order.checkType),
    inputData: profile.collectedData,
    ...(order.variantId ? { variantId: order.variantId } : {}),
    ...(order.details ? { details: order.details } : {}),
  };
  attach(profile, check);
  recordAudit(world, profile, actor, "instructed-check", { check_id: check.id, check_type: check.checkType });
  if (check.state === "RUNNING") {
    const isTooSlow = world.settings.checkDelayMs > world.settings.syncWaitMs;
    if (order.isAsync || isTooSlow) planEnd(world, account, profile, check);
    else endCheck(world, account, profile, check);
  }
  noteFlags(world, account, profile);
  world.changed();
  return check;
}

/** Adds the check to the profile, and to its tasks the check's id. */
export function attach(profile: Profile, check: Check): void {
  profile.checks.push(check);
  for (const task of profile.tasks) if (check.taskIds.includes(task.id)) task.checkIds.push(check.id);
}

/** Replaces the tasks of a check, the one thing about it that can change. */
export function moveCheck(profile: Profile, check: Check, taskIds: string[]): void {
  checkFits(profile, { checkType: check.checkType, taskIds });
  check.taskIds = taskIds;
  for (const task of profile.tasks) {
    task.checkIds = task.checkIds.filter((id) => id !== check.id);
    if (taskIds.includes(task.id)) task.checkIds.push(check.id);
  }
}

function checkFits(
  profile: Profile,
  { checkType, taskIds }: { checkType: string; taskIds: string[] | undefined },
): void {
  const wanted = entityTypeFor(checkType);
  if (wanted && wanted !== profile.collectedData.entity_type)
    throw invalid(`A check of type ${checkType} does not fit this profile.`, "check_type");
  const known = new Set(profile.tasks.map((task) => task.id));
  if (taskIds?.some((id) => !known.has(id))) throw invalid("A task id is not of a task on this profile.", "task_ids");
}

/** Nothing where a check is for both. */
function entityTypeFor(checkType: string): "INDIVIDUAL" | "COMPANY" | undefined {
  if (checkType.startsWith("COMPANY_")) return "COMPANY";
  return /^(IDENTITY_CHECK|DOCUMENT_|PEPS_AND_|CRA_|INDIVIDUAL_)/.test(checkType) ? "INDIVIDUAL" : undefined;
}

/** Without task ids Passfort attaches a check to matching tasks itself. */
const TASKS_BY_CHECK: [check: RegExp, task: RegExp][] = [
  [/^IDENTITY_CHECK$/, /^INDIVIDUAL_VERIFY_(IDENTITY|ADDRESS)$/],
  [/PEPS_AND_SANCTIONS/, /_ASSESS_.*EXPOSURE/],
  [/^COMPANY_(REGISTRY|DATA)$/, /^COMPANY_VERIFY_IDENTITY$/],
  [/^COMPANY_CHARITIES_REGISTRY$/, /^COMPANY_VERIFY_CHARITY$/],
  [/^COMPANY_OWNERSHIP$/, /^COMPANY_(IDENTIFY_BENEFICIAL_OWNERS|ASSESS_OWNERSHIP)$/],
  [/^COMPANY_FILING/, /^COMPANY_REVIEW_FILINGS$/],
  [/^CRA_BANK_ACCOUNT/, /^INDIVIDUAL_VERIFY_BANK_ACCOUNT$/],
  [/MANUAL_FORM$/, /_MANUAL_TASK$/],
  [/^DEVICE_FRAUD/, /^INDIVIDUAL_(ASSESS_DEVICE_REPUTATION|FRAUD_SCREENING)$/],
  [/DOCUMENT/, /_VERIFY_IDENTITY$/],
];

function matchingTasks(profile: Profile, checkType: string): string[] {
  const taskType = TASKS_BY_CHECK.find(([check]) => check.test(checkType))?.[1];
  return profile.tasks.filter((task) => !task.isExpired && taskType?.test(task.type)).map((task) => task.id);
}
