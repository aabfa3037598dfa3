import { parseArgs } from "node:util";
import { oneRun } from "./chaos/one-run.ts";
import { processes } from "./chaos/prepare-chunk.ts";
import type { QueueKind } from "./chaos/schedule.ts";
import { missedBy } from "./chaos/verdict.ts";
import { Halt } from "./halt.mjs";
import { withRedis } from "./with-redis.ts";

/**
 * `npm run chaos -- --clients 2000 --seed 7 [--queue redis|postgres] [--runs 10]`: sends a book to the simulator while workers, web, queue, database
 * and simulator are ended at moments that the seed decides. One line of JSON a run; exit code 1 when something was doubled, lost, left
 * uncertain, miscounted or sent by more processes than approved. Linux only; Redis needs `redis-server`.
 */
const { values } = parseArgs({
  options: {
    clients: { type: "string", default: "2000" },
    seed: { type: "string", default: "7" },
    queue: { type: "string", default: "postgres" },
    runs: { type: "string", default: "1" },
  },
});

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
/** Sockets of what was killed may still linger, so the end is said. */
process.exit(await main());

async function main(): Promise<number> {
  try {
    const queue = queueOf(values.queue);
    const [clients, seed, runs] = [wholeOf("clients", 10), wholeOf("seed", 0), wholeOf("runs", 1)];
    let code = 0;
    for (let run = 0; run < runs; run += 1) if (!(await passes(clients, seed + run, queue))) code = 1;
    return code;
  } catch (fault) {
    const tail = fault instanceof Halt && fault.tail ? `\n${fault.tail}` : "";
    console.error(`✗ ${fault instanceof Error ? fault.message : String(fault)}${tail}`);
    return 1;
  }
}

async function passes(clients: number, seed: number, queue: QueueKind): Promise<boolean> {
  let isGood = false;
  const { signal } = new AbortController();
  const run = async (redisUrl: string | undefined) => {
    const told = await oneRun({ clients, seed, queue, redisUrl, signal });
    const missed = missedBy(told, processes);
    for (const bar of missed) console.error(`✗ missed: ${bar}`);
    console.log(JSON.stringify(told));
    isGood = missed.length === 0;
  };
  await (queue === "redis" ? withRedis(run) : run(undefined));
  return isGood;
}

function queueOf(text: string): QueueKind {
  if (text === "redis" || text === "postgres") return text;
  throw new Error(`--queue is "${text}"; it is redis or postgres.`);
}

function wholeOf(name: "clients" | "seed" | "runs", least: number): number {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= least) return number;
  throw new Error(`--${name} is "${values[name]}"; it is a whole number of at least ${least}.`);
}
