import { productAliasOf } from "../../../../domain/chunk-settings.ts";
import { applicationOf } from "../../application-of.ts";
import type { StepDoer } from "../step-doer.ts";
import { lookForProfile } from "./look-twice.ts";
import { takeOver } from "./take-over.ts";

/** The client's profile with its application (API contract §3.1). */
export const createProfile: StepDoer = {
  standing(passage) {
    // Whatever is open: who has a profile gets no second one.
    const existing = passage.profileId ?? passage.takesOver;
    return existing === null ? null : takeOver(passage, existing);
  },

  async call(passage) {
    const productAlias = productAliasOf(passage.settings, passage.entity.entityType);
    const call = await passage.passfort.createProfile({ entity: passage.entity, productAlias });
    if (!call.ok) return call;
    const { profileId, applications, tasks } = call.value;
    if (tasks.length > 0) passage.tasks.set(passage.reference, tasks);
    const gap = surprise(applications.length - (productAlias === null ? applications.length : 1));
    return { ...call, value: { resultId: profileId, profileId, gap, ...applicationOf(applications, productAlias) } };
  },

  lookUp: ({ passfort, entity, settings }, _step, looking) =>
    lookForProfile(
      looking,
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

  remember(passage, result) {
    passage.profileId ??= result.profileId ?? null;
    passage.applicationId ??= result.applicationId ?? null;
  },
};

/** We ask for one product; whatever Passfort applied to beside it is worth showing (API contract §3.1, §11 row 23). */
const surprise = (others: number) =>
  others <= 0
    ? undefined
    : {
        code: "applied_by_itself",
        message: `Passfort applied ${others === 1 ? "to another product" : `to ${others} other products`} by itself beside the one the plan names. Look at its applications in Passfort, and have automatic applying switched off.`,
      };
