import type { Context } from "../../../context.ts";
import { extendClaim } from "../../../store/claim-delivery.ts";
import { claimMs, heartbeatMs } from "./hand.ts";
import type { Passage } from "./passage.ts";

/** Keeps the claim alive while a slow call is in flight. @returns the function that lets it go */
export function keepClaim(
  ctx: Context,
  { deliveryId, claimedBy }: Pick<Passage, "deliveryId" | "claimedBy">,
): () => void {
  const timer = setInterval(() => {
    const now = ctx.clock.now();
    const until = new Date(now.getTime() + claimMs);
    extendClaim(ctx.db, deliveryId, claimedBy, { now, until }).catch(() =>
      ctx.log.warn("a claim could not be extended", { deliveryId }),
    );
  }, heartbeatMs);
  return () => clearInterval(timer);
}
