import type { Panel } from "../../bin/demo/panel.ts";
import { waitFor } from "../../bin/demo/wait-for.ts";
import { listChunks, readChunk, stopChunk } from "../../lib/contracts/chunks.ts";
import { listMigrations } from "../../lib/contracts/migrations.ts";

const live = new Set(["running", "pausing", "paused", "stopping"]);

/** One chunk runs on a connection at a time: what a failed story leaves running would turn the next story red, too. */
export async function stopLiveChunks(operator: Panel): Promise<void> {
  for (const { id: migrationId } of (await operator.call(listMigrations)).migrations) {
    const { chunks } = await operator.call(listChunks, { params: { migrationId } });
    for (const { id: chunkId, status } of chunks) {
      if (!live.has(status)) continue;
      if (status !== "stopping") await operator.call(stopChunk, { params: { chunkId } });
      const isOver = async () =>
        !live.has((await operator.call(readChunk, { params: { chunkId } })).status) || undefined;
      await waitFor("the chunk of a failed story to stop", isOver, 60_000);
    }
  }
}
