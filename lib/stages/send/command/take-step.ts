import type { Context } from "../../../context.ts";
import { triesMax } from "../../../domain/delivery.ts";
import type { Failure } from "../../../domain/failure.ts";
import { acceptAttempt, adoptStep, closeAttempt } from "../../../store/close-attempt.ts";
import { openAttempt } from "../../../store/open-attempt.ts";
import type { Ending } from "../ending.ts";
import { callStep } from "./call-step.ts";
import { claimMs } from "./hand.ts";
import { lookUpStep } from "./look-up-step.ts";
import { takeTurn } from "./take-turn.ts";
import type { OpenStep, Passage } from "./take-up.ts";

export type StepOutcome = { word: "done" } | Ending;

/** Brings one step about. A step whose last call may have happened is looked up first, and only what is not there is sent. */
export async function takeStep(ctx: Context, passage: Passage, step: OpenStep): Promise<StepOutcome> {
  if (step.lastAttempt === "uncertain" || step.lastAttempt === "open") {
    const seen = await lookUpStep(ctx, passage, step);
    if (seen.word === "there") {
      passage.profileId ??= seen.result.profileId ?? null;
      await adoptStep(ctx.db, step, seen.result, ctx.clock.now());
      return { word: "done" };
    }
    if (seen.word !== "not_there") return seen;
    if (passage.tries >= triesMax) return { word: "failed", failure: neverAnswered };
  }
  return sendStep(ctx, passage, step);
}

/** Written down, called, closed: an attempt is committed before its request leaves. */
async function sendStep(ctx: Context, passage: Passage, step: OpenStep): Promise<StepOutcome> {
  const { deliveryId, chunkId, claimedBy, hand } = passage;
  const turn = await takeTurn(ctx, passage, step.kind);
  if (turn.word !== "your_turn") return turn;
  const now = ctx.clock.now();
  const attemptId = await openAttempt(ctx.db, {
    deliveryId,
    stepId: step.id,
    chunkId,
    claimedBy,
    workerId: hand.workerId,
    now,
    until: new Date(now.getTime() + claimMs),
  });
  if (!attemptId) {
    await turn.ended(null);
    return { word: "not_running" };
  }

  const call = await callStep(passage, step);
  await turn.ended(call);
  const closing = { attemptId, now: ctx.clock.now(), durationMs: call.durationMs };
  if (!call.ok) {
    await closeAttempt(ctx.db, call.failure, closing);
    return endingOf(call.failure, step);
  }
  if (!(await acceptAttempt(ctx.db, step, call.value, closing))) return { word: "not_running" };
  passage.profileId ??= call.value.profileId ?? null;
  return { word: "done" };
}

function endingOf(failure: Failure, step: OpenStep): Ending {
  switch (failure.kind) {
    case "refused":
      // The client itself was taken: only what hangs on it was not, so it is not "refused" and may be tried again.
      if (step.kind === "add_tag")
        return {
          word: "failed",
          failure: {
            ...failure,
            message: `The profile exists, but Passfort refused its tag “${step.subject}”: ${failure.message}`,
          },
        };
      return { word: "refused", failure };
    case "throttled":
      return { word: "throttled", failure, stillUncertain: false };
    case "unreachable":
      return { word: "unreachable", failure, stillUncertain: false };
    case "halted":
      return { word: "halted", failure, stillUncertain: false };
    case "uncertain":
      return { word: "uncertain", failure };
  }
}

const neverAnswered = {
  code: "never_answered",
  message: `Passfort did not answer ${triesMax} times, and looking it up twice shows that it does not exist there. It may be sent again.`,
};
