import { setTimeout as wait } from "node:timers/promises";
import { readChunk, resumeChunk, retryFailed } from "../../lib/contracts/chunks.ts";
import { listGaps, sendGaps } from "../../lib/contracts/gaps.ts";
import { isOutage, patiently } from "./patiently.ts";
import type { Chunk } from "./prepare-chunk.ts";
import type { Say } from "./say.ts";

const resumesMax = 60;
const silenceMaxMs = 300_000;

/** Waits until the chunk has finished; one that paused by itself is resumed as a person would. @throws Error when it stands still */
export async function untilFinished({ operator, chunkId }: Chunk, say: Say): Promise<void> {
  let resumes = 0;
  let movedAt = Date.now();
  let before = "";
  for (;;) {
    const chunk = await patiently(() => operator.call(readChunk, { params: { chunkId } }));
    if (chunk.status === "finished") return;
    const now = JSON.stringify([chunk.status, chunk.deliveries]);
    if (now !== before) movedAt = Date.now();
    before = now;
    if (Date.now() - movedAt > silenceMaxMs)
      throw new Error(`The chunk stands still: ${now}, ${chunk.holdReason ?? "no reason given"}`);
    if (chunk.status === "paused") {
      resumes += 1;
      if (resumes > resumesMax)
        throw new Error(`The chunk paused itself more than ${resumesMax} times: ${chunk.holdReason}`);
      say(`a person resumes the chunk (${chunk.holdReason ?? "no reason given"})`);
      await operator.call(resumeChunk, { params: { chunkId } }).catch((fault: unknown) => sayUnlessOutage(fault, say));
    }
    await wait(1_000);
  }
}

function sayUnlessOutage(fault: unknown, say: Say): void {
  say(isOutage(fault) ? "the panel does not answer; the person tries again" : String(fault));
}

/** Sends once more what failed and what is missing of created clients. @returns how much that was */
export async function sendAgain({ operator, chunkId }: Chunk, say: Say): Promise<number> {
  const { retried } = await patiently(() =>
    operator.call(retryFailed, { params: { chunkId }, body: { which: { kind: "all" } } }),
  );
  const { requeued } = await patiently(() => operator.call(sendGaps, { params: { chunkId }, body: {} }));
  if (retried + requeued > 0) say(`sent again: ${retried} failed clients, ${requeued} with gaps`);
  return retried + requeued;
}

export async function gapsOf({ operator, chunkId }: Chunk): Promise<number> {
  return (await patiently(() => operator.call(listGaps, { params: { chunkId } }))).total;
}
