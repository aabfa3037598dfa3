import { setTimeout as wait } from "node:timers/promises";
import type { Context } from "../../context.ts";
import { countDeliveries, countWithGaps, type DeliveryCounts } from "../../store/count-deliveries.ts";

/** Counts that take longer the bigger a book is, and when they were taken. */
export type LiveCount = {
  countedAt: Date;
  deliveries: ReadonlyMap<string, DeliveryCounts>;
  withGaps: ReadonlyMap<string, number>;
};
type Chunks = { live: readonly string[]; launched: readonly string[] };
type Kept = { last: LiveCount | undefined; underWay: Promise<LiveCount> | undefined };

const keptByDb = new WeakMap<Context["db"], Kept>();

/**
 * Counts the deliveries of chunks. Of a million that are being sent this takes half a second, so a scrape waits a moment only: where that is too
 * short it is told the count before, and the next scrape is told this one. One count at a time, however many scrape.
 */
export async function countLive(ctx: Context, chunks: Chunks, withinMs: number): Promise<LiveCount> {
  const kept = keptByDb.get(ctx.db) ?? { last: undefined, underWay: undefined };
  keptByDb.set(ctx.db, kept);
  kept.underWay ??= count(ctx, chunks)
    .then((counted) => {
      kept.last = counted;
      return counted;
    })
    .finally(() => {
      kept.underWay = undefined;
    });
  const { last, underWay } = kept;
  return last ? Promise.race([underWay, wait(withinMs, last, { ref: false })]) : underWay;
}

async function count({ db, clock }: Context, { live, launched }: Chunks): Promise<LiveCount> {
  const countedAt = clock.now();
  const [deliveries, withGaps] = await Promise.all([countDeliveries(db, live), countWithGaps(db, launched)]);
  return { countedAt, deliveries, withGaps };
}
