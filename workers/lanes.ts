import type { Context } from "#lib/context.ts";
import { processesMax } from "#lib/domain/chunk.ts";
import { type Consumer, consume } from "#lib/queue/consume.ts";
import { type JobName, laneOf, panelQueue } from "#lib/queue/jobs.ts";

/** Files parsed or checked at once by one worker process. */
const panelJobsAtOnce = 2;

export type Lanes = { openNew(): Promise<void>; close(): Promise<void> };

/** The queues this worker takes from: the panel's own, and one lane for every connection, opened as connections appear. */
export function openLanes(ctx: Context, run: (name: JobName, payload: unknown) => Promise<void>): Lanes {
  const place = { redisUrl: ctx.env.REDIS_URL, databaseUrl: ctx.env.DATABASE_URL };
  const consumers = new Map<string, Consumer>([[panelQueue, consume(place, panelQueue, panelJobsAtOnce, run)]]);
  return {
    async openNew() {
      const connections = await ctx.db.connection.findMany({ select: { id: true } });
      for (const queueName of connections.map(({ id }) => laneOf(id))) {
        if (!consumers.has(queueName)) consumers.set(queueName, consume(place, queueName, processesMax, run));
      }
    },
    async close() {
      await Promise.all([...consumers.values()].map((consumer) => consumer.close("after_jobs_in_hand")));
    },
  };
}
