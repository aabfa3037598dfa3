import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import { type Edits, editInPortal } from "./edit-in-portal.ts";
import type { Say } from "./say.ts";
import { type Act, actsOf } from "./schedule.ts";
import type { Stage } from "./stage.ts";
import type { Watch } from "./watch.ts";

type Given = {
  stage: Stage;
  watch: Watch;
  edits: Edits;
  redisUrl: string | undefined;
  /** What has to be said to a simulator that was started again. */
  order(): Promise<void>;
  say: Say;
};

export type Chaos = { restarts(): number; end(): Promise<void> };

/** Carries out one act after the other. What was ended comes back in its own time, while the next act may already be done to something else. */
export function carryOut(run: Parameters<typeof actsOf>[0], given: Given): Chaos {
  const ended = new AbortController();
  const pending = new Map<string, Promise<void>>();
  let restarts = 0;
  const loop = (async () => {
    for (const act of actsOf(run)) {
      await wait(act.afterMs, undefined, { signal: ended.signal }).catch(() => {});
      if (ended.signal.aborted) return;
      await pending.get(act.target);
      pending.set(
        act.target,
        perform(act, given).catch((fault: unknown) => given.say(`! ${act.target}: ${String(fault)}`)),
      );
      if (act.target !== "portal" && act.target !== "queue") restarts += 1;
    }
  })();
  return {
    restarts: () => restarts,
    async end() {
      ended.abort();
      await loop;
      await Promise.all(pending.values());
    },
  };
}

async function perform({ target, downMs }: Act, { stage, watch, edits, redisUrl, order, say }: Given): Promise<void> {
  if (target === "portal") {
    say("a person edits companies in the portal");
    return editInPortal(stage.simulator, edits).catch(() => say("the portal did not answer; the person gives up"));
  }
  if (target === "queue") {
    say("Redis is flushed");
    return flush(redisUrl);
  }
  if (target === "simulator") {
    // Told to end, not killed: its snapshot is written soon after a change, not with it, and a profile that it has answered for
    // would be gone. Calls in flight are cut all the same.
    await watch.look();
    say("the simulator is told to end");
  } else {
    say(`${target} is killed`);
  }
  await stage.parts[target].end();
  await wait(downMs);
  await stage.parts[target].start();
  if (target === "simulator") await order();
  say(`${target} is back`);
}

async function flush(redisUrl: string | undefined): Promise<void> {
  if (redisUrl === undefined) return;
  const redis = new Redis(redisUrl);
  redis.on("error", () => {});
  await redis.flushall().finally(() => redis.disconnect());
}
