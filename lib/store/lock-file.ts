import { setTimeout } from "node:timers/promises";
import type { Tx } from "./client.ts";

const triesEveryMs = 100;

/**
 * Keeps checks of a file (hold-file.ts) and other changes of its records away until the transaction ends.
 * @returns false when somebody else still works on it after `waitMs`
 */
export async function lockFile(tx: Tx, fileId: string, waitMs: number): Promise<boolean> {
  for (let waited = 0; ; waited += triesEveryMs) {
    const [row] = await tx.$queryRaw<{ locked: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtextextended(${fileId}, 0)) as locked`;
    if (row?.locked) return true;
    if (waited >= waitMs) return false;
    await setTimeout(triesEveryMs);
  }
}
