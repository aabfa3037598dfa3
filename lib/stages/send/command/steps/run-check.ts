import { type Passage, profileOf } from "../passage.ts";
import type { Seen, StepDoer } from "../step-doer.ts";
import { lookTwice, unanswered } from "./look-twice.ts";

/**
 * One key check of the client, which may cost money: one run for each provider begins its monitoring (migration guide). Where the client has a
 * check of this type already, because its product runs it by itself, that one is taken and nothing is run.
 */
export const runCheck: StepDoer = {
  async call(passage, step) {
    const present = await checkNow(passage, step.subject);
    if (!present.ok) return present;
    if (present.value) return { ...present, value: { resultId: present.value } };
    const call = await passage.passfort.runCheck(profileOf(passage), { checkType: step.subject, mode: "async" });
    const durationMs = present.durationMs + call.durationMs;
    return call.ok ? { ...call, durationMs, value: { resultId: call.value.id } } : { ...call, durationMs };
  },

  lookUp: (passage, step, looking) =>
    lookTwice(looking, async (): Promise<Seen> => {
      const present = await checkNow(passage, step.subject);
      if (!present.ok) return unanswered(present.failure);
      return present.value ? { word: "there", result: { resultId: present.value } } : { word: "not_there" };
    }),
};

/** The client's check of this type; null: it has none. */
async function checkNow(passage: Passage, type: string) {
  const call = await passage.passfort.listChecks(profileOf(passage));
  return call.ok ? { ...call, value: call.value.find((check) => check.type === type)?.id ?? null } : call;
}
