import { dateTime } from "../clock.ts";
import type { World } from "../world.ts";
import type { Profile, Task } from "./profile.ts";

export function addTask(
  world: World,
  profile: Profile,
  variant: { id: string; type: string },
  { isExtra }: { isExtra: boolean },
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
  return task;
}
