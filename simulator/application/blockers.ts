import type { Account } from "../account.ts";
import type { Profile, Task } from "../profile/profile.ts";
import type { Application } from "./application.ts";

export type Blocker =
  | { blocker_type: "INCOMPLETE_TASK"; task_type: string; task_variant: { id: string; task_type: string } }
  | { blocker_type: "UNRESOLVED_EVENT"; event_id: string }
  | { blocker_type: "SUSPENDED_PROFILE" };

/** Tasks that this application waits for: its product's, and those added by hand. Expired versions no longer count. */
export function tasksOf(account: Account, profile: Profile, application: Application): Task[] {
  const product = account.products.find((candidate) => candidate.id === application.productId);
  const wanted = new Set(product?.tasks.map((variant) => variant.id));
  return profile.tasks.filter(
    (task) => !task.isExpired && task.waitsForId === undefined && (task.isExtra || wanted.has(task.variantId)),
  );
}

export function incompleteTasksOf(account: Account, profile: Profile, application: Application): Task[] {
  return tasksOf(account, profile, application).filter((task) => task.state !== "COMPLETED_PASS");
}

/** What keeps the application from approval; API contract §5.1. There is no risk module, so risk never blocks. */
export function blockersOf(account: Account, profile: Profile, application: Application): Blocker[] {
  const blockers: Blocker[] = incompleteTasksOf(account, profile, application).map((task) => ({
    blocker_type: "INCOMPLETE_TASK",
    task_type: task.type,
    task_variant: { id: task.variantId, task_type: task.type },
  }));
  for (const event of profile.events) {
    if (event.resolution === "UNRESOLVED") blockers.push({ blocker_type: "UNRESOLVED_EVENT", event_id: event.id });
  }
  if (profile.status !== "NORMAL") blockers.push({ blocker_type: "SUSPENDED_PROFILE" });
  return blockers;
}
