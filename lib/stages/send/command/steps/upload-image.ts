import { documentOf, owningProfile, profileOfDocument } from "../documents-of-passage.ts";
import { type OpenStep, type Passage, resultOf } from "../passage.ts";
import type { Seen, StepDoer } from "../step-doer.ts";
import { lookTwice, unanswered } from "./look-twice.ts";

/** The image of an identity paper: the first of its two calls (API contract §6). */
export const uploadImage: StepDoer = {
  hindrance: owningProfile,

  async call(passage, step) {
    const { profileId, document, content } = await documentOf(passage, step);
    if (!content.ok) return content;
    const imageType = document.side ?? "FRONT";
    const call = await passage.passfort.uploadDocumentImage(profileId, { imageType, content: content.value });
    return call.ok ? { ...call, value: { resultId: call.value.imageId } } : call;
  },

  lookUp: (passage, step, looking) => lookTwice(looking, () => imageNow(passage, step)),
};

/**
 * An image of the profile that none of our steps knows is the one whose answer was lost: we alone upload there, one after the other. Should there
 * be several, a person may have added one, and another copy of ours hangs on nothing.
 */
async function imageNow(passage: Passage, step: OpenStep): Promise<Seen> {
  const call = await passage.passfort.listDocumentImages(await profileOfDocument(passage, step));
  if (!call.ok) return unanswered(call.failure);
  const known = new Set(passage.steps.map(({ kind, subject }) => resultOf(passage, kind, subject)));
  const [only, ...others] = call.value.filter(({ imageId }) => !known.has(imageId));
  return only && others.length === 0 ? { word: "there", result: { resultId: only.imageId } } : { word: "not_there" };
}
