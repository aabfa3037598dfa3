import { parentPort } from "node:worker_threads";
import { watchColumns } from "../domain/watch-columns.ts";
import { type BlockText, rowsOf } from "./row-blocks.ts";

/** A thread beside the one that reads a file (column-watch.ts): blocks of rows come in; a number of columns asks for what stands in them. */
const watch = watchColumns();

parentPort?.on("message", (asked: readonly BlockText[] | number) => {
  if (typeof asked === "number") return parentPort?.postMessage(watch.found(asked));
  for (const block of asked) for (const { cells, rowNumber } of rowsOf(block)) watch.see(cells, rowNumber);
  parentPort?.postMessage(null);
});
