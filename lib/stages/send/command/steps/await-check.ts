import { profileOf, resultOf, stepOf } from "../passage.ts";
import type { StepDoer } from "../step-doer.ts";
import { unanswered } from "./look-twice.ts";

/** How often a check that goes on is looked at, and how long a client waits for it: with data missing it stays pending for good (API contract §3.6). */
export const checkEveryMs = 15_000;
export const checkWaitsMs = 3_600_000;

/** Waits until a check that was run is complete. What the check found is for people, in Passfort. */
export const awaitCheck: StepDoer = {
  async hindrance(passage, { subject }) {
    return resultOf(passage, "run_check", subject)
      ? null
      : { code: "held_back", message: `The check ${subject} was not run, so there is nothing to wait for.` };
  },

  async look(passage, { subject }) {
    const checkId = resultOf(passage, "run_check", subject) ?? "";
    const call = await passage.passfort.readCheck(profileOf(passage), checkId);
    if (!call.ok)
      return { ...unanswered(call.failure), ...(call.failure.code === "not_running" ? {} : { stillUncertain: false }) };
    const { state, result, errors } = call.value;
    if (state === "COMPLETE")
      return {
        word: "there",
        result: { resultId: checkId, gap: errors.length > 0 ? troubleOf(subject, result) : undefined },
      };
    const ranAt = stepOf(passage, "run_check", subject)?.doneAt ?? passage.now();
    return passage.now().getTime() - ranAt.getTime() < checkWaitsMs
      ? { word: "waiting", comeAgainMs: checkEveryMs, because: `its check ${subject} is still running` }
      : { word: "there", result: { resultId: checkId, gap: stillPending(subject) } };
  },
};

const troubleOf = (type: string, result: string | null) => ({
  code: "check_error",
  message: `The check ${type} ended with errors of its provider${result ? ` (${result})` : ""}. Look at it in Passfort.`,
});
const stillPending = (type: string) => ({
  code: "check_pending",
  message: `The check ${type} had not ended after an hour. It may wait for data that Passfort lacks: look at the client's collection steps there.`,
});
