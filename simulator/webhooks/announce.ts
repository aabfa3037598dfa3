import type { Account } from "../account.ts";
import { type Actor, whoDidIt } from "../actor.ts";
import type { Application } from "../application/application.ts";
import { shortProduct } from "../application/show-application.ts";
import { customerRefOf, type Profile, type Task } from "../profile/profile.ts";
import type { World } from "../world.ts";

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
  const actions = tasks.map((task) => {
    const variant = account.variants.find((candidate) => candidate.id === task.variantId);
    return {
      action_type: "COMPLETE_TASK",
      due: null,
      applications,
      task: {
        id: task.id,
        state: task.state,
        type: task.type,
        variant: { id: task.variantId, name: variant?.name ?? null, alias: variant?.alias ?? null },
      },
    };
  });
  send(world, account, profile, { kind: "policy" }, "MANUAL_ACTION_REQUIRED", { actions });
}

export function sendCheckCompleted(
  world: World,
  account: Account,
  profile: Profile,
  check: Record<string, unknown>,
): void {
  send(world, account, profile, { kind: "policy" }, "CHECK_COMPLETED", { check });
}

export function sendDataUpdated(
  world: World,
  account: Account,
  profile: Profile,
  actor: Actor,
  old_data: unknown,
): void {
  send(world, account, profile, actor, "COLLECTED_DATA_UPDATED", { new_data: profile.collectedData, old_data });
}

function send(
  world: World,
  account: Account,
  profile: Profile,
  actor: Actor,
  event: string,
  fields: Record<string, unknown>,
): void {
  world.outbox.put(account, {
    id: world.newId(),
    event,
    timestamp: Math.floor(world.clock.now() / 1000),
    data: { ...whoDidIt(actor), customer_ref: customerRefOf(profile), profile_id: profile.id, ...fields },
  });
}
