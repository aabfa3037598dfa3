import { setTimeout as wait } from "node:timers/promises";

/** What a person does at a screen that does not answer: tries again, for two minutes. A refusal with its sentence goes through. */
export async function patiently<T>(act: () => Promise<T>, patienceMs = 120_000): Promise<T> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return await act();
    } catch (fault) {
      if (!isOutage(fault) || Date.now() > until) throw fault;
      await wait(500);
    }
  }
}

/** No answer at all, or one of 500 and more. */
export const isOutage = (fault: unknown): boolean =>
  fault instanceof TypeError ||
  (fault instanceof Error && /\((5\d\d|429)\):|other side closed|terminated/.test(fault.message));
