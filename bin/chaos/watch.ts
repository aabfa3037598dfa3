import { readChunk } from "../../lib/contracts/chunks.ts";
import { readReport } from "../../lib/contracts/report.ts";
import type { Chunk } from "./prepare-chunk.ts";
import type { Say } from "./say.ts";
import type { SimulatorDoor } from "./simulator-door.ts";

export type Watch = { seen: Seen; look(): Promise<void>; end(): Promise<void> };
export type Seen = { samples: number; identity: boolean; peakInFlight: number };

/** Samples once a second what the panel says of itself and what the simulator saw. Who does not answer at that moment is not asked twice. */
export function watch(chunk: Chunk, clients: number, simulator: SimulatorDoor, say: Say): Watch {
  const seen: Seen = { samples: 0, identity: true, peakInFlight: 0 };
  const { operator, migrationId, chunkId } = chunk;
  const lookAtPanel = async () => {
    const report = await operator.call(readReport, { params: { migrationId } });
    const shown = await operator.call(readChunk, { params: { chunkId } });
    const sent = Object.values(shown.deliveries).reduce((sum, count) => sum + count, 0);
    const holds =
      report.identityHolds &&
      report.counts.clients === clients &&
      shown.identityHolds &&
      (sent === clients || sent === 0);
    seen.samples += 1;
    if (!holds) {
      seen.identity = false;
      say(
        `the counting identity does not hold: ${JSON.stringify({ counts: report.counts, deliveries: shown.deliveries })}`,
      );
    }
  };
  const lookAtSimulator = async () => {
    const { peakConcurrency } = await simulator.state();
    if (peakConcurrency > seen.peakInFlight && peakConcurrency > shown)
      say(`most calls in flight so far: ${peakConcurrency}`);
    shown = Math.max(shown, peakConcurrency);
    seen.peakInFlight = Math.max(seen.peakInFlight, peakConcurrency);
  };
  let shown = 4;
  const look = async () => void (await Promise.allSettled([lookAtPanel(), lookAtSimulator()]));
  const ended = new AbortController();
  const rounds = (async () => {
    while (!ended.signal.aborted) {
      const next = Date.now() + 1_000;
      await look();
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - Date.now())));
    }
  })();
  return {
    seen,
    /** What a simulator saw is forgotten when it ends. */
    look: async () => void (await lookAtSimulator().catch(() => {})),
    async end() {
      ended.abort();
      await rounds;
      await look();
    },
  };
}
