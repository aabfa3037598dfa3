import { type Finding, notSeen, notTried, proved, secondsWords } from "../../finding.ts";
import type { Trial } from "../trial.ts";

const patienceMs = 60_000;
const pauseMs = 1_000;

/** Waits for a knock about one of the made profiles, as the web process stores it. None is a finding, not a failure. */
export async function waitForWebhook({ ctx, hand, connectionId, made, startedAt }: Trial): Promise<Finding> {
  if (made.length === 0) return notTried("Nothing was made that Passfort could tell of.");
  const since = ctx.clock.now().getTime();
  for (;;) {
    const heard = await ctx.db.webhookEvent.findMany({
      where: { connectionId, profileId: { in: made }, receivedAt: { gte: startedAt } },
      select: { event: true },
    });
    if (heard.length > 0) {
      const events = [...new Set(heard.map(({ event }) => event))].sort();
      return proved(`Passfort knocked ${heard.length === 1 ? "once" : `${heard.length} times`}: ${events.join(", ")}.`);
    }
    if (ctx.clock.now().getTime() - since >= patienceMs)
      return notSeen(
        `No webhook came within ${secondsWords(patienceMs)}. In Passfort, under Manage account and Webhook config, the address and the secret of this connection must be set, and “Product status changed” switched on; Passfort must be able to reach the panel.`,
      );
    await hand.wait(pauseMs);
  }
}
