import type { Account } from "../account.ts";
import { stableId } from "../stable-id.ts";
import type { World } from "../world.ts";
import { isNearingExpiry, showExpiry } from "./expire-task.ts";
import type { Task } from "./profile.ts";

/** A task as the API answers it; API contract §5.2. */
export function showTask(world: World, account: Account, task: Task) {
  const isComplete = task.state === "COMPLETED_PASS";
  return {
    id: task.id,
    type: task.type,
    variant: showVariant(account, task),
    state: task.state,
    is_complete: isComplete,
    is_expired: task.isExpired,
    is_skipped: false,
    creation_date: task.creationDate,
    check_ids: task.checkIds,
    form_instance_ids: [],
    nearing_expiry: isNearingExpiry(world, task),
    needs_check_automation: false,
    ...showExpiry(task),
    priority: "NORMAL",
  };
}

/** Tasks added by type alone have a variant that no product names. */
export function defaultVariant(account: Account, type: string): { id: string; type: string } {
  return (
    account.variants.find((variant) => variant.type === type) ?? {
      id: stableId(account.key, "default variant", type),
      type,
    }
  );
}

function showVariant(account: Account, task: Task) {
  const variant = account.variants.find((candidate) => candidate.id === task.variantId);
  if (!variant) return { id: task.variantId, alias: `${task.type.toLowerCase()}default`, task_type: task.type };
  const { id, alias, name, description } = variant;
  return { id, alias, name, ...(description ? { description } : {}), task_type: task.type };
}
