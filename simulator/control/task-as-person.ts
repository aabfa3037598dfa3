import { z } from "zod";
import { raise } from "../api/operation.ts";
import { moveTask } from "../profile/complete-task.ts";
import { setCustomExpiry } from "../profile/expire-task.ts";
import { showTask } from "../profile/show-task.ts";
import { dateTimeText, oneOf } from "../validate/scalars.ts";
import type { World } from "../world.ts";
import { personNamed, userSchema } from "./person.ts";
import { profileAnywhere } from "./profile-anywhere.ts";

export const taskSchema = z.strictObject({
  state: oneOf(["INCOMPLETE", "COMPLETED_PASS", "COMPLETED_FAIL"]),
  user: userSchema,
});

export const expirySchema = z.strictObject({
  /** Null goes back to the date of the policy. */
  expire_at: dateTimeText.nullable(),
  reason_categories: z.array(oneOf(["DOCUMENT_EXPIRY", "APPLICATION_ANNIVERSARY", "OTHER"])).min(1),
  reason_description: z.string().optional(),
});

/** The person passes, fails or reopens a task; the applications follow (API contract §12 rule 23). */
export function completeAsPerson(
  world: World,
  profileId: string,
  taskId: string,
  { state, user }: z.infer<typeof taskSchema>,
) {
  const { account, profile, task } = taskAnywhere(world, profileId, taskId);
  moveTask(world, account, profile, task, state, personNamed(user.name));
  return showTask(world, account, task);
}

/** The person gives a task a date of its own, with the reason for it (API contract §5.2). */
export function setExpiryAsPerson(
  world: World,
  profileId: string,
  taskId: string,
  { expire_at, reason_categories, reason_description }: z.infer<typeof expirySchema>,
) {
  const { account, profile, task } = taskAnywhere(world, profileId, taskId);
  const custom = expire_at && { expiry_at: expire_at, reason_categories, reason_description: reason_description ?? "" };
  setCustomExpiry(world, account, profile, task, custom || null);
  return showTask(world, account, task);
}

function taskAnywhere(world: World, profileId: string, taskId: string) {
  const { account, profile } = profileAnywhere(world, profileId);
  const task = profile.tasks.find((one) => one.id === taskId) ?? raise("The task");
  return { account, profile, task };
}
