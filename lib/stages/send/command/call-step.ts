import { productAliasOf } from "../../../domain/chunk-settings.ts";
import type { StepKind } from "../../../domain/delivery.ts";
import type { CallResult } from "../../../domain/failure.ts";
import type { StepResult } from "../../../store/close-attempt.ts";
import { applicationOf } from "../application-of.ts";
import type { OpenStep, Passage } from "./take-up.ts";

/** The one call that each kind of step is. */
export function callStep(passage: Passage, step: OpenStep): Promise<CallResult<StepResult>> {
  return calls[step.kind](passage, step);
}

const calls: Record<StepKind, (passage: Passage, step: OpenStep) => Promise<CallResult<StepResult>>> = {
  async create_profile({ passfort, entity, settings }) {
    const productAlias = productAliasOf(settings, entity.entityType);
    const call = await passfort.createProfile({ entity, productAlias });
    if (!call.ok) return call;
    const { profileId, applications } = call.value;
    return { ...call, value: { resultId: profileId, profileId, ...applicationOf(applications, productAlias) } };
  },

  async add_tag(passage, step) {
    const call = await passage.passfort.addTag(profileOf(passage), step.subject);
    return call.ok ? { ...call, value: { resultId: call.value.tagId } } : call;
  },
};

/** The step before made it: a tag without a profile is a bug, not an outcome. */
export function profileOf(passage: Passage): string {
  if (!passage.profileId) throw new Error(`Delivery ${passage.deliveryId} has a step for a profile that is not known.`);
  return passage.profileId;
}
