import type { Context } from "../../../context.ts";
import { essentialSteps, triesMax } from "../../../domain/delivery.ts";
import { type Failure, notRunningCode } from "../../../domain/failure.ts";
import { severalProfilesCode } from "../../../domain/several-profiles.ts";
import { wasNotReached } from "../../../domain/unreached.ts";
import type { Answer, StepResult } from "../../../store/answer.ts";
import { closeAttempt } from "../../../store/close-attempt.ts";
import { openAttempt } from "../../../store/open-attempt.ts";
import type { Ending } from "../ending.ts";
import { claimMs, leavesWithinMs } from "./hand.ts";
import { lookUpStep } from "./look-up-step.ts";
import { type OpenStep, type Passage, rememberResult } from "./passage.ts";
import type { ActingDoer, Gap, StepDoer, WaitingDoer } from "./step-doer.ts";
import { stepDoers } from "./step-doers.ts";
import { type Turn, takeTurn } from "./take-turn.ts";
import { writeDown } from "./write-down.ts";

/** `gap`: it did not come to be and will not by itself, but the client is created all the same. */
export type StepOutcome = { word: "done" } | { word: "gap"; gap: Gap } | Ending;

/**
 * Brings one step about. A step whose last call may have happened is looked up first, and only what is not there is sent. What ends a
 * delivery when it happens to the client itself is a gap when it happens to what hangs on it.
 */
export async function takeStep(ctx: Context, passage: Passage, step: OpenStep): Promise<StepOutcome> {
  const doer = stepDoers[step.kind];
  const hindrance = await doer.hindrance?.(passage, step);
  if (hindrance) return { word: "gap", gap: hindrance };
  const outcome = await ("look" in doer ? awaitStep(ctx, doer, passage, step) : bringAbout(ctx, doer, passage, step));
  const gap = essentialSteps.includes(step.kind) ? null : gapOf(outcome, passage.tries);
  return gap ? { word: "gap", gap } : outcome;
}

async function bringAbout(
  ctx: Context,
  doer: ActingDoer,
  passage: Passage,
  step: OpenStep,
): Promise<{ word: "done" } | Ending> {
  const standing = await doer.standing?.(passage);
  if (standing) return standing.word === "there" ? adopt(ctx, doer, passage, step, standing.result) : standing;
  if (step.lastAttempt === "uncertain" || step.lastAttempt === "open") {
    await writeDown(ctx, passage);
    const seen = await lookUpStep(ctx, doer, passage, step);
    if (seen.word === "there") return adopt(ctx, doer, passage, step, seen.result);
    if (seen.word === "not_running") return { ...seen, stillUncertain: true };
    if (seen.word !== "not_there") return seen;
    if (passage.tries >= triesMax) return { word: "failed", failure: doer.neverAnswered ?? neverAnswered };
  }
  return sendStep(ctx, doer, passage, step);
}

/** Only looks, so no attempt is opened. */
async function awaitStep(
  ctx: Context,
  doer: WaitingDoer,
  passage: Passage,
  step: OpenStep,
): Promise<{ word: "done" } | Ending> {
  await writeDown(ctx, passage);
  const seen = await doer.look(passage, step);
  return seen.word === "there" ? adopt(ctx, doer, passage, step, seen.result) : seen;
}

async function adopt(
  ctx: Context,
  doer: StepDoer,
  passage: Passage,
  step: OpenStep,
  result: StepResult,
): Promise<{ word: "done" }> {
  await writeDown(ctx, passage);
  return keep(doer, passage, { step, attemptId: null, result, now: ctx.clock.now(), durationMs: 0 });
}

type KeptAnswer = Answer & { step: OpenStep };

/** What the walk goes on with; it is written down with what comes next (answer.ts). */
function keep(doer: StepDoer, passage: Passage, answer: KeptAnswer): { word: "done" } {
  const { step, result } = answer;
  passage.answer = answer;
  step.gapCode = result.gap?.code ?? null;
  rememberResult(passage, step, result.resultId);
  doer.remember?.(passage, result);
  return { word: "done" };
}

/** Written down, called, closed: an attempt is committed before its request leaves, and with it the answer to the one before. */
async function sendStep(
  ctx: Context,
  doer: ActingDoer,
  passage: Passage,
  step: OpenStep,
): Promise<{ word: "done" } | Ending> {
  const opened = await openInTurn(ctx, passage, step);
  if (opened.word !== "opened") return opened;
  const { attemptId, turn, now } = opened;
  passage.gate.mayPassUntil = now.getTime() + leavesWithinMs;

  const call = await doer.call(passage, step);
  await turn.ended(call);
  const closing = { attemptId, now: ctx.clock.now(), durationMs: call.durationMs };
  if (!call.ok) {
    await closeAttempt(ctx.db, call.failure, closing);
    return endingOf(call.failure);
  }
  return keep(doer, passage, { step, result: call.value, ...closing });
}

async function openInTurn(
  ctx: Context,
  passage: Passage,
  step: OpenStep,
): Promise<{ word: "opened"; attemptId: string; turn: Turn; now: Date } | Ending> {
  const { deliveryId, chunkId, claimedBy, hand } = passage;
  for (;;) {
    const turn = await takeTurn(ctx, passage, step.kind);
    if (turn.word !== "your_turn") return turn;
    const now = ctx.clock.now();
    const until = new Date(now.getTime() + claimMs);
    const opening = { deliveryId, stepId: step.id, chunkId, claimedBy, workerId: hand.workerId, now, until };
    const { attemptId, isTurn } = await openAttempt(ctx.prepared, opening, passage, turn.place);
    passage.answer = null;
    passage.layout = null;
    turn.taken(isTurn);
    if (!isTurn) continue;
    if (attemptId) return { word: "opened", attemptId, turn, now };
    await turn.ended(null);
    return { word: "not_running" };
  }
}

function endingOf(failure: Failure): Ending {
  if (failure.code === notRunningCode) return { word: "not_running" };
  switch (failure.kind) {
    case "refused":
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

/** Null: the delivery is put down and comes again, or goes on. */
function gapOf(outcome: { word: "done" } | Ending, tries: number): Gap | null {
  switch (outcome.word) {
    case "refused":
      return { code: outcome.failure.code, message: `Passfort refused it: ${outcome.failure.message}` };
    case "failed":
      return { code: outcome.failure.code, message: outcome.failure.message };
    case "ambiguous":
      return {
        code: severalProfilesCode,
        message: `Passfort has ${outcome.profileIds.length} profiles that could be this one. Say which it is, or close the surplus ones in Passfort and send the gaps again. Profiles: ${outcome.profileIds.slice(0, 5).join(", ")}.`,
      };
    case "unreachable":
      return tries + 1 >= triesMax && !outcome.stillUncertain
        ? {
            code: outcome.failure.code,
            message: `${wasNotReached(outcome.failure.code)} in ${triesMax} tries: ${outcome.failure.message}`,
          }
        : null;
    default:
      return null;
  }
}

const neverAnswered = {
  code: "never_answered",
  message: `Passfort did not answer ${triesMax} times, and looking it up twice shows that it does not exist there. It may be sent again.`,
};
