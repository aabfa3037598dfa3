import { availableParallelism } from "node:os";
import type { FullColumnStatistics } from "../domain/column-statistics.ts";
import { watchColumns } from "../domain/watch-columns.ts";
import { askedThread } from "./asked-thread.ts";
import { type BlockText, rowsOf } from "./row-blocks.ts";

/** Counts what stands in the columns of a file while its rows go by. */
export type ColumnWatch = {
  see(block: BlockText): void;
  /** Waits while the watch is behind. */
  flush(): Promise<void>;
  /** @param columns how many the file has */
  found(columns: number): Promise<FullColumnStatistics[]>;
  close(): Promise<void>;
};

/** A thread takes a fifth of a second and some 50 MB: only a file that takes several seconds to read gets one. */
const bytesForThread = 4_000_000;

/** Counting takes a third of the time of reading a file, so a second processor does it beside. */
export const openColumnWatch = (sizeBytes: number, processors = availableParallelism()): ColumnWatch =>
  sizeBytes < bytesForThread || processors < 2 ? ownWatch() : threadWatch();

function ownWatch(): ColumnWatch {
  const watch = watchColumns();
  return {
    see: (block) => {
      for (const { cells, rowNumber } of rowsOf(block)) watch.see(cells, rowNumber);
    },
    flush: async () => {},
    found: async (columns) => watch.found(columns),
    close: async () => {},
  };
}

/** So many blocks may wait for the thread. */
const blocksAheadMax = 256;

function threadWatch(): ColumnWatch {
  const thread = askedThread(new URL("./column-watch-thread.ts", import.meta.url));
  let gathered: BlockText[] = [];
  let isBusy = false;
  let answered: Promise<unknown> = Promise.resolve();
  const send = () => {
    isBusy = true;
    answered = thread.ask(gathered).finally(() => {
      isBusy = false;
    });
    gathered = [];
    // Heard at the next wait; until then it must not count as unheard.
    answered.catch(() => {});
  };
  return {
    see: (block) => void gathered.push(block),
    async flush() {
      if (gathered.length >= blocksAheadMax) await answered;
      if (!isBusy) send();
    },
    async found(columns) {
      await answered;
      await thread.ask(gathered);
      return (await thread.ask(columns)) as FullColumnStatistics[];
    },
    close: async () => void (await thread.end()),
  };
}
