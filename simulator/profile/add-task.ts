import type { Account } from "../account.ts";
import type { Actor } from "../actor.ts";
import { dateTime } from "../clock.ts";
import { sendTaskCreated } from "../webhooks/announce.ts";
import type { World } from "../world.ts";
import type { Profile, Task } from "./profile.ts";

export function addTask(
  world: World,
  account: Account,
  profile: Profile,
  variant: { id: string; type: string },
  { isExtra }: { isExtra: boolean },
  actor: Actor,
): Task {
  const task: Task = {
    id: world.newId(),
    type: variant.type,
    variantId: variant.id,
    state: "INCOMPLETE",
    creationDate: dateTime(world.clock.now()),
    isExpired: false,
    isExtra,
    checkIds: [],
    notes: [],
  };
  profile.tasks.push(task);
  sendTaskCreated(world, account, profile, task, actor);
  return task;
}
