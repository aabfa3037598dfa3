import type { Account } from "../account.ts";
import { type Actor, POLICY } from "../actor.ts";
import { reviewIfBlocked } from "../application/follow-tasks.ts";
import { noteFlags } from "../application/note-flag.ts";
import { dateTime, msOfDateTime } from "../clock.ts";
import type { World } from "../world.ts";
import { addTask } from "./add-task.ts";
import type { Profile, Task } from "./profile.ts";

const DAY_MS = 86_400_000;
/** How long before a task runs out its new version appears; documented. */
const RENEWAL_MS = 30 * DAY_MS;

/** When the task runs out (ms): its own date, else that of the account's policy, else never. */
export function expiryOf(task: Task): number | null {
  if (task.customExpiry) return msOfDateTime(task.customExpiry.expiry_at);
  return task.defaultExpiryAt ?? null;
}

export function isNearingExpiry(world: World, task: Task): boolean {
  const expiry = expiryOf(task);
  return expiry !== null && !task.isExpired && expiry - RENEWAL_MS <= world.clock.now();
}

/** Called when a task has changed its state: what has passed runs out some day, what is open does not. */
export function startExpiry(world: World, account: Account, profile: Profile, task: Task): void {
  const days = account.variants.find((variant) => variant.id === task.variantId)?.expiresAfterDays;
  if (task.state === "COMPLETED_PASS" && days) task.defaultExpiryAt = world.clock.now() + days * DAY_MS;
  else delete task.defaultExpiryAt;
  planExpiry(world, account, profile, task);
}

/** Sets a date of its own, or with null goes back to that of the policy (API contract §5.2). */
export function setCustomExpiry(
  world: World,
  account: Account,
  profile: Profile,
  task: Task,
  custom: Task["customExpiry"] | null,
): void {
  if (custom) task.customExpiry = custom;
  else delete task.customExpiry;
  profile.modifiedAt = world.clock.now();
  planExpiry(world, account, profile, task);
  noteFlags(world, account, profile);
  world.changed();
}

/** Plans what is next for the task: its renewal, then its end. Called again after a restart. */
export function planExpiry(world: World, account: Account, profile: Profile, task: Task): void {
  const expiry = expiryOf(task);
  if (expiry === null || task.isExpired || task.state !== "COMPLETED_PASS") return;
  const renewal = expiry - RENEWAL_MS;
  const next = task.renewedById === undefined ? renewal : expiry;
  if (next <= world.clock.now()) {
    turn(world, account, profile, task);
    return;
  }
  world.clock.after(next - world.clock.now(), () => {
    const isStill = account.profiles.get(profile.id) === profile && profile.tasks.includes(task);
    // Another date may have been set in the meantime, or the task been opened again; then another plan holds.
    if (isStill && expiryOf(task) === expiry && task.state === "COMPLETED_PASS" && !task.isExpired)
      turn(world, account, profile, task);
  });
}

function turn(world: World, account: Account, profile: Profile, task: Task): void {
  if (task.renewedById === undefined) {
    renewTask(world, account, profile, task, POLICY, world.settings.renewalReview);
    planExpiry(world, account, profile, task);
  } else {
    expireTask(world, account, profile, task);
  }
}

/** The old version stays in the list, with `is_expired`, and no longer counts. */
function expireTask(world: World, account: Account, profile: Profile, task: Task): void {
  task.isExpired = true;
  for (const other of profile.tasks) if (other.waitsForId === task.id) delete other.waitsForId;
  reviewIfBlocked(world, account, profile, POLICY);
  noteFlags(world, account, profile);
  world.changed();
}

/** Makes the next version of a task; with `at_expiry` it counts only once the old one has run out. */
function renewTask(
  world: World,
  account: Account,
  profile: Profile,
  task: Task,
  actor: Actor,
  when: "at_once" | "at_expiry",
): void {
  const variant = { id: task.variantId, type: task.type };
  const renewed = addTask(world, account, profile, variant, { isExtra: task.isExtra }, actor);
  task.renewedById = renewed.id;
  if (when === "at_expiry") renewed.waitsForId = task.id;
  reviewIfBlocked(world, account, profile, actor);
  noteFlags(world, account, profile);
  world.changed();
}

/** Ends a task's validity now and puts a new, open version in its place, as reverting a decision does with screening. */
export function replaceTask(world: World, account: Account, profile: Profile, task: Task, actor: Actor): void {
  if (task.renewedById === undefined) renewTask(world, account, profile, task, actor, "at_once");
  expireTask(world, account, profile, task);
}

/** The dates of a task as its answer shows them; what is not set is not there. */
export function showExpiry(task: Task): Record<string, unknown> {
  const expiry = expiryOf(task);
  const byDefault = task.defaultExpiryAt === undefined ? {} : { default_expiry_date: dateTime(task.defaultExpiryAt) };
  return {
    ...byDefault,
    ...(task.customExpiry ? { custom_expiry: { ...byDefault, ...task.customExpiry } } : {}),
    // Both names: `expiry_date` is that of the published schema, the other that of the help page.
    ...(expiry === null ? {} : { will_expire_at: dateTime(expiry), expiry_date: dateTime(expiry) }),
  };
}
