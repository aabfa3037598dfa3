import { badDaysOf } from "./bad-days.ts";
import { chaosBook } from "./book.ts";
import { carryOut } from "./carry-out.ts";
import { noEdits } from "./edit-in-portal.ts";
import { type Found, judge } from "./judge.ts";
import { patiently } from "./patiently.ts";
import { prepareChunk, processes } from "./prepare-chunk.ts";
import { sayingSince } from "./say.ts";
import type { QueueKind } from "./schedule.ts";
import { gapsOf, sendAgain, untilFinished } from "./see-through.ts";
import { withStage } from "./stage.ts";
import { watch } from "./watch.ts";

export type Run = {
  clients: number;
  seed: number;
  queue: QueueKind;
  redisUrl: string | undefined;
  signal: AbortSignal;
};
export type Told = Found & {
  clients: number;
  seed: number;
  queue: QueueKind;
  gaps: number;
  identity: boolean;
  samples: number;
  peakInFlight: number;
  restarts: number;
  seconds: number;
};

/** So often what failed and what is missing is sent again; the first time among the faults, then on calm days. */
const roundsMax = 6;

/** A book sent while everything around it is killed, and what became of it. */
export async function oneRun({ clients, seed, queue, redisUrl, signal }: Run): Promise<Told> {
  const startedAt = Date.now();
  const say = sayingSince(startedAt);
  say(`a panel of its own is started: ${clients} clients, seed ${seed}, queue in ${queue}`);
  return withStage({ redisUrl, say, signal }, async (stage) => {
    const book = chaosBook(seed, clients);
    const chunk = await prepareChunk(stage.baseUrl, book);
    const order = () => stage.simulator.order(badDaysOf(seed));
    const edits = noEdits();
    const watching = watch(chunk, clients, stage.simulator, say);
    await order();
    await chunk.launch();
    say(`the chunk is launched with ${processes} processes`);
    const launchedAt = Date.now();
    const chaos = carryOut({ seed, queue, clients }, { stage, watch: watching, edits, redisUrl, order, say });

    await untilFinished(chunk, say).finally(() => chaos.end());
    say(`the chunk has finished after ${((Date.now() - launchedAt) / 1000).toFixed(1)} s`);
    for (let round = 1; round <= roundsMax && (await sendAgain(chunk, say)) > 0; round += 1) {
      await untilFinished(chunk, say);
      if (round === 1) await patiently(() => stage.simulator.endBadDays());
    }
    await watching.end();
    const found = await judge(stage, chunk.chunkId, book, edits);
    const { samples, identity, peakInFlight } = watching.seen;
    return {
      clients,
      seed,
      queue,
      ...found,
      gaps: await gapsOf(chunk),
      identity,
      samples,
      peakInFlight,
      restarts: chaos.restarts(),
      seconds: Math.round((Date.now() - startedAt) / 100) / 10,
    };
  });
}
