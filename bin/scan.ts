import { parseArgs } from "node:util";
import type { QueueKind } from "./chaos/schedule.ts";
import { Halt } from "./halt.mjs";
import { scanARun } from "./scan/scan-a-run.ts";
import { sentenceOf } from "./scan/scan-places.ts";
import { withRedis } from "./with-redis.ts";

/**
 * `npm run scan -- [--queue redis|postgres]`: carries people whose every value is unmistakable through a panel of its own, on bad days, and looks for
 * each value in its logs, its queue and its metrics. Exit code 1 when one is found, or when a value planted there is not. Redis needs `redis-server`.
 */
const { values } = parseArgs({ options: { queue: { type: "string", default: "postgres" } } });
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
process.exit(await main());

async function main(): Promise<number> {
  try {
    const queue = queueOf(values.queue);
    let isClean = false;
    const run = async (redisUrl: string | undefined) => {
      const { scanned, seeds, missed } = await scanARun(redisUrl);
      for (const one of scanned) console.log(sentenceOf(one, seeds));
      for (const place of missed) console.log(`✗ ${place}: a value that was planted there was not found`);
      isClean = missed.length === 0 && scanned.every(({ found }) => found.length === 0);
    };
    await (queue === "redis" ? withRedis(run) : run(undefined));
    return isClean ? 0 : 1;
  } catch (fault) {
    const tail = fault instanceof Halt && fault.tail ? `\n${fault.tail}` : "";
    console.error(`✗ ${fault instanceof Error ? fault.message : String(fault)}${tail}`);
    return 1;
  }
}

function queueOf(text: string): QueueKind {
  if (text === "redis" || text === "postgres") return text;
  throw new Error(`--queue is "${text}"; it is redis or postgres.`);
}
