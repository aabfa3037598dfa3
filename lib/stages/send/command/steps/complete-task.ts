import { type OpenStep, type Passage, profileOf } from "../passage.ts";
import type { StepDoer } from "../step-doer.ts";
import { unanswered } from "./look-twice.ts";
import { noSuchTask, tasksOfType } from "./open-tasks.ts";

/** Passes the client's tasks of one type, which the legacy due diligence covers (API contract §5.2, §5.3). Passing what has passed changes nothing. */
export const completeTask: StepDoer = {
  async call(passage, step) {
    const tasks = await tasksOfType(passage, step.subject);
    if (!tasks.ok) return tasks;
    let { durationMs } = tasks;
    const [first] = tasks.value;
    if (!first) return { ok: true, durationMs, value: { resultId: "", gap: noSuchTask(step.subject) } };
    for (const task of tasks.value.filter(({ isComplete }) => !isComplete)) {
      const call = await passage.passfort.setTaskState(profileOf(passage), task.id, "COMPLETED_PASS");
      durationMs += call.durationMs;
      if (!call.ok) return { ...call, durationMs };
    }
    return { ok: true, durationMs, value: { resultId: first.id } };
  },

  async lookUp(passage: Passage, step: OpenStep) {
    const tasks = await tasksOfType(passage, step.subject);
    if (!tasks.ok) return unanswered(tasks.failure);
    const [first] = tasks.value;
    const isDone = first !== undefined && tasks.value.every(({ isComplete }) => isComplete);
    return isDone ? { word: "there", result: { resultId: first.id } } : { word: "not_there" };
  },
};
