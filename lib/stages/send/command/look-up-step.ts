import type { Context } from "../../../context.ts";
import { mayStillCall } from "../../../store/open-attempt.ts";
import type { OpenStep, Passage } from "./passage.ts";
import type { ActingDoer, Seen } from "./step-doer.ts";

/**
 * Did the lost call happen? Passfort itself is asked. "Not there" is believed only when it was seen twice with a wait
 * between, because its search lags behind its writes (API contract §10).
 */
export async function lookUpStep(ctx: Context, doer: ActingDoer, passage: Passage, step: OpenStep): Promise<Seen> {
  const mayLook = () => mayStillCall(ctx.prepared, passage.deliveryId, passage.claimedBy, ctx.clock.now());
  if (!(await mayLook())) return { word: "not_running" };
  return doer.lookUp(passage, step, mayLook);
}
