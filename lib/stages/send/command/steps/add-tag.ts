import { profileOf } from "../passage.ts";
import type { Seen, StepDoer } from "../step-doer.ts";
import { lookTwice, unanswered } from "./look-twice.ts";

/** One tag of the client's profile (API contract §7). */
export const addTag: StepDoer = {
  async call(passage, step) {
    const call = await passage.passfort.addTag(profileOf(passage), step.subject);
    return call.ok ? { ...call, value: { resultId: call.value.tagId } } : call;
  },

  lookUp: (passage, step, looking) =>
    lookTwice(looking, async (): Promise<Seen> => {
      const call = await passage.passfort.readProfile(profileOf(passage));
      if (!call.ok) return unanswered(call.failure);
      const tag = call.value.tags.find(({ name }) => name === step.subject);
      return tag ? { word: "there", result: { resultId: tag.id } } : { word: "not_there" };
    }),
};
