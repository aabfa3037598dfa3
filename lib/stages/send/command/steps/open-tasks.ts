import type { CallResult } from "../../../../domain/failure.ts";
import type { RemoteTask } from "../../../../passfort/remote-task.ts";
import { type Passage, profileOf } from "../passage.ts";

/** The client's tasks of one type that are not expired, read anew: they come and go with applications and checks. */
export async function tasksOfType(passage: Passage, type: string): Promise<CallResult<RemoteTask[]>> {
  const call = await passage.passfort.listTasks(profileOf(passage));
  return call.ok ? { ...call, value: call.value.filter((task) => task.type === type && !task.isExpired) } : call;
}

export const noSuchTask = (type: string) => ({
  code: "no_such_task",
  message: `The client's product has no task ${type}. Take it out of the plan, or have it added to the product in Passfort.`,
});
