import { productAliasOf } from "../../../../domain/chunk-settings.ts";
import { applicationOf } from "../../application-of.ts";
import { takenOverRemark } from "../../read-back-words.ts";
import type { Passage } from "../passage.ts";
import type { Seen } from "../step-doer.ts";
import { unanswered } from "./look-twice.ts";

/**
 * Takes an existing profile for the client's own, as a person decided before the chunk was handed over: it is read, nothing is created. Its data
 * stays as it is in Passfort, and where it is not what the book says is remarked; what the plan adds beside the profile is added to it.
 */
export async function takeOver(passage: Passage, profileId: string): Promise<Exclude<Seen, { word: "not_there" }>> {
  const call = await passage.passfort.readBack(profileId, passage.entity);
  if (!call.ok) {
    const { failure } = call;
    return failure.kind === "refused"
      ? { word: "failed", failure: gone(profileId, failure.message) }
      : notAnswered(failure);
  }
  const productAlias = productAliasOf(passage.settings, passage.entity.entityType);
  const { applications, differences } = call.value;
  const hasProduct = productAlias === null || applications.some((each) => each.productAlias === productAlias);
  const remark = passage.takesOver === null ? undefined : takenOverRemark(passage.entity.entityType, differences);
  const result = { resultId: profileId, profileId, remark, ...applicationOf(applications, productAlias) };
  return { word: "there", result: hasProduct ? result : { ...result, gap: withoutProduct(productAlias) } };
}

/** No call of ours is open: nothing is uncertain. */
function notAnswered(failure: Parameters<typeof unanswered>[0]) {
  const ending = unanswered(failure);
  return "stillUncertain" in ending ? { ...ending, stillUncertain: false } : ending;
}

const gone = (profileId: string, message: string) => ({
  code: "taken_over_gone",
  message: `The existing profile ${profileId} that this client was to take over cannot be read: ${message} When the chunk has ended, take the decision back under “Existing profiles” and send the client with a correction chunk.`,
});

const withoutProduct = (productAlias: string) => ({
  code: "no_application",
  message: `The existing profile has no application for “${productAlias}”. Add it in Passfort.`,
});
