import { setTimeout as wait } from "node:timers/promises";

/** Does something at once and then again and again, never twice at the same time. @returns the function that ends it, after the present round */
export function every(ms: number, round: () => Promise<void>, onFault: (fault: unknown) => void): () => Promise<void> {
  const ended = new AbortController();
  const loop = (async () => {
    while (!ended.signal.aborted) {
      await round().catch(onFault);
      await wait(ms, undefined, { signal: ended.signal }).catch(() => {});
    }
  })();
  return async () => {
    ended.abort();
    await loop;
  };
}
