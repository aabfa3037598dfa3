import { type Chance, chanceOf } from "../../samples/legacy-book/chance.ts";

export const targets = ["worker 1", "worker 2", "web", "database", "simulator", "queue", "portal"] as const;
/** What an act is done to. The queue is flushed and the portal is edited; all others are ended and started again. */
export type Target = (typeof targets)[number];

export type Act = {
  target: Target;
  /** From the act before, or from the launch. */
  afterMs: number;
  /** Until what was ended is started again. */
  downMs: number;
};

export type QueueKind = "redis" | "postgres";

/**
 * Acts without end; the same seed gives the same ones. They come in rounds, each with everything in an order of its own, so
 * that a short run meets every kind of trouble too.
 */
export function* actsOf(seed: number, queue: QueueKind): Generator<Act, never> {
  const chance = chanceOf(seed, 1);
  // A queue in the database goes down with it.
  const each = targets.filter((target) => target !== "queue" || queue === "redis");
  for (;;) {
    for (const target of shuffled(each, chance))
      yield { target, afterMs: chance.between(2_000, 9_000), downMs: chance.between(100, 2_500) };
  }
}

function shuffled<T>(all: readonly T[], chance: Chance): T[] {
  const left = [...all];
  return all.flatMap(() => left.splice(chance.between(0, left.length - 1), 1));
}
