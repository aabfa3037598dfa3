import type { Account } from "../account.ts";
import { type Actor, POLICY, whoDidIt } from "../actor.ts";
import type { Application } from "../application/application.ts";
import { shortProduct } from "../application/show-application.ts";
import { customerRefOf, type Profile, type Task, type TaskState } from "../profile/profile.ts";
import type { World } from "../world.ts";
import type { EventName } from "./event-names.ts";

/** Body `data` as documented by the help page on configuring webhooks. */
export function sendStatusChanged(
  world: World,
  account: Account,
  profile: Profile,
  application: Application,
  actor: Actor,
): void {
  send(world, account, profile, actor, "PRODUCT_STATUS_CHANGED", {
    application_id: application.id,
    new_status: application.status,
    product: shortProduct(account, application),
  });
}

/** Field names from a real receiver's model; the constant and `action_type` are inferred. */
export function sendManualAction(
  world: World,
  account: Account,
  profile: Profile,
  application: Application,
  tasks: Task[],
): void {
  const applications = [
    { id: application.id, product: shortProduct(account, application), status: application.status },
  ];
  const actions = tasks.map((task) => ({
    action_type: "COMPLETE_TASK",
    due: null,
    applications,
    task: shortTask(account, task),
  }));
  send(world, account, profile, POLICY, "MANUAL_ACTION_REQUIRED", { actions });
}

export function sendCheckCompleted(
  world: World,
  account: Account,
  profile: Profile,
  check: Record<string, unknown>,
): void {
  send(world, account, profile, POLICY, "CHECK_COMPLETED", { check });
}

/** The deprecated event and the one new customers get in its place; that both carry both versions is inferred. */
export function sendDataUpdated(
  world: World,
  account: Account,
  profile: Profile,
  actor: Actor,
  old_data: unknown,
): void {
  const fields = { new_data: profile.collectedData, old_data };
  send(world, account, profile, actor, "COLLECTED_DATA_UPDATED", fields);
  send(world, account, profile, actor, "COLLECTED_DATA_CHANGED", fields);
}

/** Constant and body are guesses. */
export function sendTaskCreated(world: World, account: Account, profile: Profile, task: Task, actor: Actor): void {
  send(world, account, profile, actor, "TASK_CREATED", { task: shortTask(account, task) });
}

/** Also tells the deprecated event, when passing or not is what changed. Constants and bodies are guesses. */
export function sendTaskStateChanged(
  world: World,
  account: Account,
  profile: Profile,
  task: Task,
  old_state: TaskState,
  actor: Actor,
): void {
  const fields = { task: shortTask(account, task), old_state, new_state: task.state };
  send(world, account, profile, actor, "TASK_STATE_CHANGED", fields);
  const isComplete = task.state === "COMPLETED_PASS";
  if (isComplete === (old_state === "COMPLETED_PASS")) return;
  send(world, account, profile, actor, "TASK_IS_COMPLETE_CHANGED", {
    task: shortTask(account, task),
    is_complete: isComplete,
  });
}

/** The flag of an application, which the portal calls its badge. Constant and body are guesses. */
export function sendFlagChanged(
  world: World,
  account: Account,
  profile: Profile,
  application: Application,
  flags: { old_flag: string | null; new_flag: string },
): void {
  send(world, account, profile, POLICY, "PRODUCT_BADGE_CHANGED", {
    application_id: application.id,
    product: shortProduct(account, application),
    ...flags,
  });
}

/** NORMAL, SUSPENDED or BANNED. Constant and body are guesses. */
export function sendProfileStatusChanged(
  world: World,
  account: Account,
  profile: Profile,
  old_status: Profile["status"],
  actor: Actor,
): void {
  send(world, account, profile, actor, "PROFILE_STATUS_CHANGED", { old_status, new_status: profile.status });
}

/** Monitoring events, as the API shows them. Constant and body are guesses. */
export function sendEventsCreated(
  world: World,
  account: Account,
  profile: Profile,
  events: object[],
  actor: Actor,
): void {
  send(world, account, profile, actor, "EVENTS_CREATED", { events });
}

export function sendEventsUpdated(
  world: World,
  account: Account,
  profile: Profile,
  events: object[],
  actor: Actor,
): void {
  send(world, account, profile, actor, "EVENTS_UPDATED", { events });
}

/** Nothing that a check asked for is missing any more. Constant and body are guesses. */
export function sendCollectionStepsCompleted(world: World, account: Account, profile: Profile, actor: Actor): void {
  send(world, account, profile, actor, "COLLECTION_STEPS_COMPLETED", {});
}

function shortTask(account: Account, task: Task) {
  const variant = account.variants.find((candidate) => candidate.id === task.variantId);
  return {
    id: task.id,
    state: task.state,
    type: task.type,
    variant: { id: task.variantId, name: variant?.name ?? null, alias: variant?.alias ?? null },
  };
}

function send(
  world: World,
  account: Account,
  profile: Profile,
  actor: Actor,
  event: EventName,
  fields: Record<string, unknown>,
): void {
  world.outbox.put(account, {
    id: world.newId(),
    event,
    timestamp: Math.floor(world.clock.now() / 1000),
    data: { ...whoDidIt(actor), customer_ref: customerRefOf(profile), profile_id: profile.id, ...fields },
  });
}
