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

/** After so many rounds it is calm: a chunk that is hit for ever slows itself down and hardly moves. */
export const roundsMax = 3;

/**
 * Acts of one run; the same seed gives the same ones. They come in rounds, each with everything in an order of its own, so
 * that a short run meets every kind of trouble too. In a large book they stand further apart, or only its beginning would be hit.
 */
export function* actsOf({ seed, queue, clients }: { seed: number; queue: QueueKind; clients: number }): Generator<Act> {
  const chance = chanceOf(seed, 1);
  // A queue in the database goes down with it.
  const each = targets.filter((target) => target !== "queue" || queue === "redis");
  const stretch = Math.max(1, clients / 500);
  for (let round = 0; round < roundsMax; round += 1) {
    for (const target of shuffled(each, chance))
      yield { target, afterMs: Math.round(chance.between(1_500, 7_500) * stretch), downMs: chance.between(100, 2_500) };
  }
}

function shuffled<T>(all: readonly T[], chance: Chance): T[] {
  const left = [...all];
  return all.flatMap(() => left.splice(chance.between(0, left.length - 1), 1));
}
