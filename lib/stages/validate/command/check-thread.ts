import { parentPort, workerData } from "node:worker_threads";
import { linesOf } from "../../../store/check-lines.ts";
import type { BlockText } from "../../../store/row-blocks.ts";
import { blockChecker, type CheckJob } from "./check-blocks.ts";

/** A thread beside the worker's own (check-hands.ts): blocks come in, lines go out, until it is ended. */
const checker = blockChecker(workerData as CheckJob);

parentPort?.on("message", (blocks: readonly BlockText[]) => {
  for (const block of blocks) checker.check(block);
  const lines = checker.take();
  // Handed over, not copied.
  parentPort?.postMessage(
    lines,
    linesOf.map((kind) => lines[kind].buffer),
  );
});
