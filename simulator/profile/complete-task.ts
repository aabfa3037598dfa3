import type { Account } from "../account.ts";
import { type Actor, POLICY } from "../actor.ts";
import { approveIfReady, reviewIfBlocked } from "../application/follow-tasks.ts";
import { noteFlags } from "../application/note-flag.ts";
import { sendTaskStateChanged } from "../webhooks/announce.ts";
import type { World } from "../world.ts";
import { recordAudit } from "./audit.ts";
import { startExpiry } from "./expire-task.ts";
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
  markTask(world, account, profile, task, state, actor);
  reviewIfBlocked(world, account, profile, actor);
  approveIfReady(world, account, profile, POLICY);
  noteFlags(world, account, profile);
  world.changed();
}

/** The task alone, for whoever decides on the application in the same breath. */
export function markTask(
  world: World,
  account: Account,
  profile: Profile,
  task: Task,
  state: TaskState,
  actor: Actor,
): void {
  const before = task.state;
  if (before === state) return;
  task.state = state;
  profile.modifiedAt = world.clock.now();
  const action = state === "INCOMPLETE" ? "uncompleted-a-task" : "completed-a-task";
  recordAudit(world, profile, actor, action, { task_id: task.id, state });
  startExpiry(world, account, profile, task);
  sendTaskStateChanged(world, account, profile, task, before, actor);
}
