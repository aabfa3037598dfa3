import { setTimeout as pause } from "node:timers/promises";
import { Halt } from "../halt.mjs";
import { patienceWith } from "./patience.mjs";
import { spawnChild } from "./spawn-child.mjs";

/**
 * Keeps one process of the panel running: what dies is started again, with a growing pause; what dies five times soon
 * after its start is given up.
 * @param {import("./spawn-child.mjs").ChildPlan & { say: (sentence: string) => void }} plan
 * @returns {{ name: string, isRunning: () => boolean, givenUp: Promise<Halt>, stop: () => Promise<void>, kill: () => void }}
 */
export function supervise(plan) {
  const patience = patienceWith({ quickDeathsMax: 5, quickMs: 60_000 });
  const stopping = new AbortController();
  let giveUp;
  const givenUp = new Promise((resolve) => {
    giveUp = resolve;
  });
  let child = spawnChild(plan);
  const watching = watch();

  async function watch() {
    for (;;) {
      const ended = await child.ended;
      if (stopping.signal.aborted) return;
      const next = patience.died(ended.livedMs);
      if (next.kind === "give_up") {
        giveUp(
          new Halt(
            `The ${plan.name} ended five times soon after its start and was given up (its log: ${plan.logFile}).`,
            { tail: ended.tail },
          ),
        );
        return;
      }
      plan.say(
        `! The ${plan.name} ended unexpectedly (${ended.how}); it is started again in ${next.afterMs / 1000} s. Its log: ${plan.logFile}`,
      );
      await pause(next.afterMs, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      child = spawnChild(plan);
    }
  }

  return {
    name: plan.name,
    isRunning: () => child.isRunning(),
    givenUp,
    async stop() {
      stopping.abort();
      await child.stop(plan.graceMs);
      await watching;
    },
    kill() {
      stopping.abort();
      child.kill();
    },
  };
}
