import { productAliasOf } from "../../../../domain/chunk-settings.ts";
import { applicationOf } from "../../application-of.ts";
import type { StepDoer } from "../step-doer.ts";
import { lookForProfile } from "./look-twice.ts";

/** The client's profile with its application (API contract §3.1). */
export const createProfile: StepDoer = {
  async call(passage) {
    const productAlias = productAliasOf(passage.settings, passage.entity.entityType);
    const call = await passage.passfort.createProfile({ entity: passage.entity, productAlias });
    if (!call.ok) return call;
    const { profileId, applications, tasks } = call.value;
    if (tasks.length > 0) passage.tasks.set(passage.reference, tasks);
    return { ...call, value: { resultId: profileId, profileId, ...applicationOf(applications, productAlias) } };
  },

  lookUp: ({ passfort, entity, settings, hand }, _step, mayLook) =>
    lookForProfile(
      hand,
      mayLook,
      () => passfort.lookUp(entity),
      ({ id, applications }) => ({
        word: "there",
        result: {
          resultId: id,
          profileId: id,
          ...applicationOf(applications, productAliasOf(settings, entity.entityType)),
        },
      }),
    ),

  remember(passage, _step, result) {
    passage.profileId ??= result.profileId ?? null;
  },
};
