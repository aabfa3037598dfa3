import { appendFileSync, rmSync } from "node:fs";
import path from "node:path";
import { openQueue } from "../../lib/queue/connection.ts";
import type { Place } from "./places.ts";
import { scanPlaces } from "./scan-places.ts";
import type { Seed } from "./seeds.ts";

type Where = { logs: string; redisUrl: string | undefined; databaseUrl: string };

/** The name of a log and of a queue that hold what is planted, and nothing else. */
const planted = "planted";

/**
 * Puts every seed where none may be, once in a log and once in a job: a scan that finds nothing there is blind. In the metrics nothing can be put,
 * for their labels are words of closed lists; that they were read is seen when they are (`metricsOf`).
 */
export async function plantIn({ logs, redisUrl, databaseUrl }: Where, seeds: readonly Seed[]): Promise<void> {
  const text = seeds.map(({ value }) => value.toUpperCase()).join(" | ");
  appendFileSync(path.join(logs, `${planted}.log`), `${JSON.stringify({ msg: text })}\n`);
  const { queue, close } = openQueue({ redisUrl, databaseUrl }, planted);
  try {
    await queue.add("deliver", { text });
  } finally {
    await close();
  }
}

/** The places where not every seed that was planted is found. */
export async function missedIn(places: readonly Place[], seeds: readonly Seed[]): Promise<string[]> {
  const missed: string[] = [];
  for (const place of places) {
    const kinds = new Set(seeds.map(({ what }) => what));
    const [scanned] = await scanPlaces([place], seeds);
    const found = new Set(scanned?.found.map((one) => one.replace(/ in .*/, "")));
    if ([...kinds].some((what) => !found.has(what))) missed.push(place.name);
  }
  return missed;
}

/** Takes away what was planted. */
export async function digUp({ logs, redisUrl, databaseUrl }: Where): Promise<void> {
  rmSync(path.join(logs, `${planted}.log`), { force: true });
  const { queue, close } = openQueue({ redisUrl, databaseUrl }, planted);
  try {
    await queue.obliterate({ force: true });
  } finally {
    await close();
  }
}
