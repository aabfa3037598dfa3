import type { Context } from "../../../context.ts";
import { settlesInMs } from "../../../domain/lost-call.ts";
import { mayStillCall } from "../../../store/open-attempt.ts";
import { indexDelayMs } from "../settling-of.ts";
import type { OpenStep, Passage } from "./passage.ts";
import type { ActingDoer, Seen } from "./step-doer.ts";

/**
 * Did the lost call happen? Passfort itself is asked. "Not there" is believed only when Passfort cannot be at work on the call any more, and when it was
 * then seen twice with a wait between, because its search lags behind its writes (API contract §1.4, §10).
 */
export async function lookUpStep(ctx: Context, doer: ActingDoer, passage: Passage, step: OpenStep): Promise<Seen> {
  const now = ctx.clock.now();
  if (!(await mayStillCall(ctx.prepared, passage.deliveryId, passage.claimedBy, now))) return { word: "not_running" };
  const settlesIn = settlesInMs(step.lastLeftBy, now);
  const isSecond = wasSeenBefore(passage, step, now) && (step.lastLeftBy === null || settlesIn <= -indexDelayMs);
  return doer.lookUp(passage, step, { isSecond, comeAgainMs: Math.max(0, settlesIn) + indexDelayMs });
}

/** It was looked for since its call, in vain, so long ago that what came since is shown by now. */
const wasSeenBefore = ({ lookedForAt }: Passage, { lastTriedAt }: OpenStep, now: Date): boolean =>
  lookedForAt !== null &&
  lastTriedAt !== null &&
  lookedForAt >= lastTriedAt &&
  now.getTime() - lookedForAt.getTime() >= indexDelayMs;
