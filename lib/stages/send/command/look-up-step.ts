import type { Context } from "../../../context.ts";
import { productAliasOf } from "../../../domain/chunk-settings.ts";
import type { Failure } from "../../../domain/failure.ts";
import type { StepResult } from "../../../store/close-attempt.ts";
import { mayStillCall } from "../../../store/open-attempt.ts";
import { applicationOf } from "../application-of.ts";
import type { Ending } from "../ending.ts";
import { profileOf } from "./call-step.ts";
import type { OpenStep, Passage } from "./take-up.ts";

export type Seen = { word: "there"; result: StepResult } | { word: "not_there" } | Ending;

/**
 * Did the lost call happen? Passfort itself is asked. "Not there" is believed only when it was seen twice with a wait
 * between, because its search lags behind its writes (API contract §10).
 */
export async function lookUpStep(ctx: Context, passage: Passage, step: OpenStep): Promise<Seen> {
  const look = { create_profile: lookForProfile, add_tag: lookForTag }[step.kind];
  if (!(await mayStillCall(ctx.db, passage.deliveryId, passage.claimedBy))) return { word: "not_running" };
  const first = await look(passage, step);
  if (first.word !== "not_there") return first;
  await passage.hand.waitForIndex();
  if (!(await mayStillCall(ctx.db, passage.deliveryId, passage.claimedBy))) return { word: "not_running" };
  return look(passage, step);
}

async function lookForProfile({ passfort, entity, settings }: Passage): Promise<Seen> {
  const call = await passfort.lookUp(entity);
  if (!call.ok) return unanswered(call.failure);
  const found = call.value;
  if (found.kind === "none") return { word: "not_there" };
  if (found.kind === "several") return { word: "ambiguous", profileIds: found.profileIds };
  const { profile } = found;
  return {
    word: "there",
    result: {
      resultId: profile.id,
      profileId: profile.id,
      ...applicationOf(profile.applications, productAliasOf(settings, entity.entityType)),
    },
  };
}

async function lookForTag(passage: Passage, step: OpenStep): Promise<Seen> {
  const call = await passage.passfort.readProfile(profileOf(passage));
  if (!call.ok) return unanswered(call.failure);
  const tag = call.value.tags.find(({ name }) => name === step.subject);
  return tag ? { word: "there", result: { resultId: tag.id } } : { word: "not_there" };
}

/** The question was not answered, so we know no more than before. */
function unanswered(failure: Failure): Ending {
  if (failure.kind === "throttled") return { word: "throttled", failure, stillUncertain: true };
  if (failure.kind === "halted") return { word: "halted", failure, stillUncertain: true };
  return { word: "unreachable", failure, stillUncertain: true };
}
