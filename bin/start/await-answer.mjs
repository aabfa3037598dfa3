import { Halt } from "../halt.mjs";
import { waitUntil } from "../wait-until.mjs";

/**
 * Waits until a process of ours answers over HTTP, or is given up by its supervisor.
 * @param {string} url
 * @param {{ child: { name: string, givenUp: Promise<Error> }, signal: AbortSignal, logFile: string, isGood?: (status: number) => boolean, timeoutMs?: number }} options
 */
export async function awaitAnswer(
  url,
  { child, signal, logFile, isGood = (status) => status < 500, timeoutMs = 120_000 },
) {
  let last = "it does not listen";
  let givenUp;
  child.givenUp.then((halt) => {
    givenUp = halt;
  });
  const isUp = await waitUntil(
    async () => {
      signal.throwIfAborted();
      if (givenUp) throw givenUp;
      try {
        const answer = await fetch(url, { signal: AbortSignal.timeout(10_000), redirect: "manual" });
        last = `it answers ${answer.status}: ${(await answer.text()).slice(0, 500)}`;
        return isGood(answer.status);
      } catch {
        return false;
      }
    },
    { timeoutMs, everyMs: 200 },
  );
  if (isUp) return;
  throw new Halt(`The ${child.name} is not ready after ${timeoutMs / 1000} s: at ${url} ${last}. Its log: ${logFile}`);
}
