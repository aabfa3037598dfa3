import { faultWords } from "#lib/domain/fault-words.ts";
import type { Logger } from "#lib/log.ts";

/**
 * The first signal ends the worker in order: no new job, calls in flight end, then everything is closed. A second signal,
 * or a supervisor that is gone, ends it at once; what was in flight is then looked up by another worker.
 */
export function onShutdown(log: Logger, close: () => Promise<void>): void {
  let ending = false;
  const end = (signal: string) => {
    if (ending) {
      log.warn("ended at once by a second signal", { signal });
      process.exit(1);
    }
    ending = true;
    log.info("the worker ends: it takes no more jobs and finishes the calls in flight", { signal });
    close().then(
      () => process.exit(0),
      (fault: unknown) => {
        log.error("the worker could not end in order", { cause: faultWords(fault) });
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => end(signal));
}
