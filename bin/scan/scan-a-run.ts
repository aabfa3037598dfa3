import path from "node:path";
import { demoPassword } from "../../lib/settings/people/demo-people.ts";
import { sayingSince } from "../chaos/say.ts";
import { withStage } from "../chaos/stage.ts";
import { signIn } from "../demo/panel.ts";
import { badDays } from "./bad-days.ts";
import { carryThrough } from "./carry-through.ts";
import { jobTablesIn, logsIn, metricsOf, redisAt } from "./places.ts";
import { missedIn, plantIn } from "./plant.ts";
import { type Scanned, scanPlaces } from "./scan-places.ts";
import { seededBook } from "./seeds.ts";

/** A run on a panel of its own, and what of its people stands outside the database. `missed`: places where a planted value was not found. */
export async function scanARun(
  redisUrl: string | undefined,
): Promise<{ scanned: Scanned[]; seeds: number; missed: string[] }> {
  const say = sayingSince(Date.now());
  const { signal } = new AbortController();
  return withStage({ redisUrl, say, signal }, async (stage) => {
    const operator = await signIn(stage.baseUrl, "operator@causeway.example", demoPassword);
    const approver = await signIn(stage.baseUrl, "approver@causeway.example", demoPassword);
    const book = seededBook(`SC${Date.now().toString(36).toUpperCase()}`);
    say(`${book.references.length} seeded clients are carried through`);
    await carryThrough(operator, approver, book, badDays(stage.simulator.controlUrl));
    say("they have arrived; their values are looked for");
    const logs = path.join(stage.folder, "logs");
    const places = [
      logsIn(logs),
      redisUrl === undefined ? jobTablesIn(stage.databaseUrl) : redisAt(redisUrl),
      metricsOf(stage.baseUrl, stage.metricsToken),
    ];
    const scanned = await scanPlaces(places, book.seeds);
    await plantIn({ logs, redisUrl, databaseUrl: stage.databaseUrl }, book.seeds);
    return { scanned, seeds: book.seeds.length, missed: await missedIn(places.slice(0, 2), book.seeds) };
  });
}
