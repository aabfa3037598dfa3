import { Worker } from "node:worker_threads";

/** A thread that answers each message with one; it is asked one thing at a time. A fault of it is heard by whoever asks, then and later. */
export type AskedThread = { ask(message: unknown): Promise<unknown>; end(): Promise<unknown> };

export function askedThread(file: URL, workerData?: unknown): AskedThread {
  const thread = new Worker(file, { workerData, resourceLimits: { maxYoungGenerationSizeMb: 8 } });
  let waiting: PromiseWithResolvers<unknown> | undefined;
  let fault: Error | undefined;
  thread.on("message", (answer: unknown) => waiting?.resolve(answer));
  thread.on("error", (error: Error) => {
    fault = error;
    waiting?.reject(error);
  });
  return {
    ask(message) {
      waiting = Promise.withResolvers();
      if (fault) waiting.reject(fault);
      else thread.postMessage(message);
      return waiting.promise;
    },
    end: () => thread.terminate(),
  };
}
