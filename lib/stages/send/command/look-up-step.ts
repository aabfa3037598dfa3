import type { Context } from "../../../context.ts";
import { productAliasOf } from "../../../domain/chunk-settings.ts";
import type { Failure } from "../../../domain/failure.ts";
import { type LookUp, lostCreateOf } from "../../../passfort/look-up.ts";
import type { RemoteProfile } from "../../../passfort/remote-profile.ts";
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
  const mayLook = () => mayStillCall(ctx.db, passage.deliveryId, passage.claimedBy);
  if (!(await mayLook())) return { word: "not_running" };
  return { create_profile: lookForProfile, add_tag: lookForTag }[step.kind](passage, step, mayLook);
}

type MayLook = () => Promise<boolean>;

async function lookForProfile(passage: Passage, _step: OpenStep, mayLook: MayLook): Promise<Seen> {
  const looks: LookUp[] = [];
  for (;;) {
    const call = await passage.passfort.lookUp(passage.entity);
    if (!call.ok) return unanswered(call.failure);
    looks.push(call.value);
    const verdict = lostCreateOf(looks);
    if (verdict.kind === "adopt") return adopted(passage, verdict.profile);
    if (verdict.kind === "ask_a_person") return { word: "ambiguous", profileIds: verdict.profileIds };
    if (verdict.kind === "send_again") return { word: "not_there" };
    await passage.hand.waitForIndex();
    if (!(await mayLook())) return { word: "not_running" };
  }
}

const adopted = ({ settings, entity }: Passage, profile: RemoteProfile): Seen => ({
  word: "there",
  result: {
    resultId: profile.id,
    profileId: profile.id,
    ...applicationOf(profile.applications, productAliasOf(settings, entity.entityType)),
  },
});

async function lookForTag(passage: Passage, step: OpenStep, mayLook: MayLook): Promise<Seen> {
  const first = await tagNow(passage, step);
  if (first.word !== "not_there") return first;
  await passage.hand.waitForIndex();
  if (!(await mayLook())) return { word: "not_running" };
  return tagNow(passage, step);
}

async function tagNow(passage: Passage, step: OpenStep): Promise<Seen> {
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
