import type { Context } from "../../../context.ts";
import { settlesInMs } from "../../../domain/lost-call.ts";
import { mayStillCall } from "../../../store/open-attempt.ts";
import { indexDelayMs } from "../settling-of.ts";
import type { OpenStep, Passage } from "./passage.ts";
import type { ActingDoer, Looking, Seen } from "./step-doer.ts";

/**
 * Did the lost call happen? Passfort itself is asked. "Not there" is believed only when Passfort cannot be at work on the call any more, and when it was
 * then seen twice with a wait between, because its search lags behind its writes (API contract §1.4, §10).
 */
export async function lookUpStep(ctx: Context, doer: ActingDoer, passage: Passage, step: OpenStep): Promise<Seen> {
  const settlesIn = settlesInMs(step.lastLeftBy, ctx.clock.now());
  const looking: Looking = {
    may: () => mayStillCall(ctx.prepared, passage.deliveryId, passage.claimedBy, ctx.clock.now()),
    settlesInMs: settlesIn,
    isSecond: passage.wasLookedFor && settlesIn <= -indexDelayMs,
  };
  if (!(await looking.may())) return { word: "not_running" };
  return doer.lookUp(passage, step, looking);
}
