import type { CallResult } from "../../domain/failure.ts";
import { type Caller, makeCall, mapped, pathOf } from "../call.ts";
import { remoteTaskOf } from "../from-wire.ts";
import type { ExpiryReason, RemoteTask, TaskState } from "../remote-task.ts";
import { unsendable } from "../unsendable.ts";
import { addTaskRequest, taskAnswer, taskExpiryRequest, taskStateRequest, tasksAnswer } from "../wire/task.ts";

export type TaskCalls = {
  /** Every version of every task; of several with one variant take the one that is not expired (API contract §5.2). */
  listTasks(profileId: string): Promise<CallResult<RemoteTask[]>>;
  /** Adds an extra task. Not repeatable: list the tasks first. */
  addTask(profileId: string, type: string): Promise<CallResult<RemoteTask>>;
  /** Passes, fails or reopens a task. The last pass may approve the application by itself: read it afterwards (API contract §5.1). */
  setTaskState(profileId: string, taskId: string, state: TaskState): Promise<CallResult<RemoteTask>>;
  /** `expireAt` is `YYYY-MM-DD HH:MM:SS`, or null to restore the task's own date (API contract §5.2). */
  setTaskExpiry(
    profileId: string,
    taskId: string,
    expiry: { expireAt: string | null; reasonCategories: readonly ExpiryReason[]; reasonDescription?: string },
  ): Promise<CallResult<RemoteTask>>;
};

export function taskCalls(caller: Caller): TaskCalls {
  const pathTo = (profileId: string, ...rest: string[]) => pathOf("profiles", profileId, "tasks", ...rest);

  return {
    async listTasks(profileId) {
      const answer = await makeCall(caller, {
        name: "list_tasks",
        effect: "read",
        method: "GET",
        path: pathTo(profileId),
        answer: tasksAnswer,
        profileId,
      });
      return mapped(answer, (list) => list.map(remoteTaskOf));
    },

    async addTask(profileId, type) {
      const request = addTaskRequest.safeParse({ type });
      if (!request.success) return unsendable(request.error);
      const answer = await makeCall(caller, {
        name: "add_task",
        effect: "write",
        method: "POST",
        path: pathTo(profileId),
        body: request.data,
        sent: null,
        answer: taskAnswer,
        profileId,
      });
      return mapped(answer, remoteTaskOf);
    },

    async setTaskState(profileId, taskId, state) {
      const request = taskStateRequest.safeParse({ state });
      if (!request.success) return unsendable(request.error);
      const answer = await makeCall(caller, {
        name: "set_task_state",
        effect: "write",
        method: "POST",
        path: pathTo(profileId, taskId),
        body: request.data,
        sent: null,
        answer: taskAnswer,
        profileId,
        subjectId: taskId,
      });
      return mapped(answer, remoteTaskOf);
    },

    async setTaskExpiry(profileId, taskId, { expireAt, reasonCategories, reasonDescription }) {
      const request = taskExpiryRequest.safeParse({
        expire_at: expireAt,
        reason_categories: reasonCategories,
        ...(reasonDescription === undefined ? {} : { reason_description: reasonDescription }),
      });
      if (!request.success) return unsendable(request.error);
      const answer = await makeCall(caller, {
        name: "set_task_expiry",
        effect: "write",
        method: "POST",
        path: pathTo(profileId, taskId, "expiry"),
        body: request.data,
        sent: { reasonDescription },
        answer: taskAnswer,
        profileId,
        subjectId: taskId,
      });
      return mapped(answer, remoteTaskOf);
    },
  };
}
