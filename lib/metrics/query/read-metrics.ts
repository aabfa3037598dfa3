import type { Context } from "../../context.ts";
import { faultWords } from "../../domain/fault-words.ts";
import { workerSilenceMs } from "../../store/heard-worker.ts";
import type { Facts } from "../facts.ts";
import { samplesOf } from "../samples-of.ts";
import { expositionOf, expositionType } from "./exposition.ts";
import { processMetrics } from "./process-metrics.ts";
import { readFacts } from "./read-facts.ts";
import { readQueue } from "./read-queue.ts";

/** Prometheus gives a scrape ten seconds, of which the queue may take six. */
const patience = { answerWithinMs: 3_500, countWithinMs: 25 };

/** Everything monitoring is told, read from the rows now. A database that is away is a number like others: whoever scrapes must hear it. */
export async function readMetrics(
  ctx: Context,
  { answerWithinMs, countWithinMs } = patience,
): Promise<{ text: string; contentType: string }> {
  const facts = await orNull(ctx, answerWithinMs, readFacts(ctx, countWithinMs));
  const queue = await readQueue(ctx, facts?.accounts.map(({ id }) => id) ?? []);
  const samples = samplesOf(facts, queue, { now: ctx.clock.now(), workerSilenceMs });
  const text = `${await expositionOf(samples)}\n${await processMetrics()}`;
  return { text, contentType: expositionType };
}

async function orNull(ctx: Context, ms: number, facts: Promise<Facts>): Promise<Facts | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The database did not answer in time.")), ms);
  });
  try {
    return await Promise.race([facts, late]);
  } catch (fault) {
    ctx.log.warn("the numbers for monitoring could not be read", { cause: faultWords(fault) });
    return null;
  } finally {
    clearTimeout(timer);
  }
}
