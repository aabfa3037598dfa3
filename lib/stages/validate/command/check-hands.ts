import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { askedThread } from "../../../store/asked-thread.ts";
import type { CheckLines } from "../../../store/check-lines.ts";
import type { BlockText } from "../../../store/row-blocks.ts";
import { blockChecker, type CheckJob } from "./check-blocks.ts";

/** Checks one batch of blocks at a time. */
export type Hand = (blocks: readonly BlockText[]) => Promise<CheckLines>;

/** A thread takes a fifth of a second and some 50 MB: only a file that takes several seconds gets some. */
const rowsForThreads = 50_000;
const threadsMax = 2;

/** Those who check a file side by side: this thread, and as many more as there are processors for. `close` ends the others. */
export function openHands(
  job: CheckJob,
  rowCount: number,
  processors = availableParallelism(),
): { hands: Hand[]; close(): Promise<void> } {
  const count = rowCount < rowsForThreads ? 0 : Math.min(processors - 1, threadsMax);
  const threads = Array.from({ length: count }, () => threadHand(job));
  return {
    hands: [ownHand(job), ...threads.map(({ hand }) => hand)],
    close: async () => void (await Promise.all(threads.map(({ end }) => end()))),
  };
}

function ownHand(job: CheckJob): Hand {
  const checker = blockChecker(job);
  return async (blocks) => {
    for (const block of blocks) {
      // Lets go for a moment, or the server and the other threads would wait for this one.
      await setImmediate();
      checker.check(block);
    }
    return checker.take();
  };
}

function threadHand(job: CheckJob): { hand: Hand; end(): Promise<unknown> } {
  const { ask, end } = askedThread(new URL("./check-thread.ts", import.meta.url), job);
  return { hand: async (blocks) => (await ask(blocks)) as CheckLines, end };
}
