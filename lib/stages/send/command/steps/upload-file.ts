import { documentOf, owningProfile } from "../documents-of-passage.ts";
import type { StepDoer } from "../step-doer.ts";

/**
 * Uploads a piece of evidence to the profile it belongs to (API contract §6). Passfort lists no files, so an upload whose answer was lost cannot be
 * looked up: it is sent again. A second copy hangs on nothing, because only the note names files, and it names the one we know.
 */
export const uploadFile: StepDoer = {
  hindrance: owningProfile,

  async call(passage, step) {
    const { profileId, document, content } = await documentOf(passage, step);
    if (!content.ok) return content;
    const call = await passage.passfort.uploadFile(profileId, { content: content.value, name: document.name });
    return call.ok ? { ...call, value: { resultId: call.value.fileId } } : call;
  },

  async lookUp() {
    return { word: "not_there" };
  },
};
