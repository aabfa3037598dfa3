import type { Context } from "../../../context.ts";
import { findUnsettledEvents } from "../../../store/unsettled-events.ts";

/** Old enough that its own job has had its chance. */
const settledWithinMs = 10_000;
const eventsPerSweep = 500;

/** Knocks nobody settled: the queue was down, Passfort could not be read, or the delivery learnt its profile only now. */
export async function sweepWebhooks(ctx: Context): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - settledWithinMs);
  const events = await findUnsettledEvents(ctx.db, before, eventsPerSweep);
  for (const connectionId of new Set(events.map((event) => event.connectionId))) {
    const knocks = events
      .filter((event) => event.connectionId === connectionId)
      .map(({ id }) => ({ webhookEventId: id }));
    await ctx.queue.dispatchMany("settle_webhook", knocks, { connectionId });
  }
}
