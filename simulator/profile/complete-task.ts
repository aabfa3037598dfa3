import type { Account } from "../account.ts";
import type { Actor } from "../actor.ts";
import { approveIfReady, reviewIfBlocked } from "../application/decide.ts";
import { noteFlag } from "../application/flag.ts";
import type { World } from "../world.ts";
import { recordAudit } from "./audit.ts";
import type { Profile, Task, TaskState } from "./profile.ts";

/** Moves a task and lets the applications follow: the last pass may approve, an open task sends to review. */
export function moveTask(
  world: World,
  account: Account,
  profile: Profile,
  task: Task,
  state: TaskState,
  actor: Actor,
): void {
  if (task.state === state) return;
  markTask(world, profile, task, state, actor);
  reviewIfBlocked(world, account, profile, actor);
  approveIfReady(world, account, profile, { kind: "policy" });
  for (const application of profile.applications) noteFlag(world, account, profile, application);
  world.changed();
}

/** The task alone, for whoever decides on the application in the same breath. */
export function markTask(world: World, profile: Profile, task: Task, state: TaskState, actor: Actor): void {
  if (task.state === state) return;
  task.state = state;
  profile.modifiedAt = world.clock.now();
  const action = state === "INCOMPLETE" ? "uncompleted-a-task" : "completed-a-task";
  recordAudit(world, profile, actor, action, { task_id: task.id, state });
}
