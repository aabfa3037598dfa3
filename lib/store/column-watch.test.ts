import { expect, test } from "vitest";
import { openColumnWatch } from "./column-watch.ts";
import { blocksOf } from "./source-rows.ts";

const rows = Array.from({ length: 12_000 }, (_, at) => [
  `C${at}`,
  at % 3 ? "Żółć" : "",
  `${(at % 28) + 1}/04/19${(at % 70) + 10}`,
]);
const blocks = blocksOf("0192f0c0-0000-7000-8000-000000000002", rows);
const large = 1_000_000_000;

async function countedBy(sizeBytes: number, processors: number) {
  const watch = openColumnWatch(sizeBytes, processors);
  for (const block of blocks) {
    watch.see(block);
    await watch.flush();
  }
  const found = await watch.found(3);
  await watch.close();
  return found;
}

test("a thread beside finds in the columns of a large file what this one does", async () => {
  const found = await countedBy(large, 2);
  expect(found.map(({ filled, countedRows }) => [filled, countedRows])).toEqual([
    [12_000, 10_001],
    [8_000, null],
    [12_000, null],
  ]);
  expect(found).toEqual(await countedBy(large, 1));
});

test("a thread that fails says so to whoever waits for it, and to whoever asks later", async () => {
  const watch = openColumnWatch(large, 2);
  watch.see({ firstRow: 1, rows: null as never });
  await watch.flush();
  await expect(watch.found(1)).rejects.toThrow();
  await expect(watch.found(1)).rejects.toThrow();
  await watch.close();
});
