import { setTimeout as wait } from "node:timers/promises";

/** A worker's hand: who it is, and the chance and patience it works with. A test holds all of them still. */
export type Hand = {
  workerId: string;
  random(): number;
  /** Waits for its turn at a limited call. */
  wait(ms: number): Promise<void>;
};

export const handOf = (workerId: string): Hand => ({
  workerId,
  random: Math.random,
  wait: (ms) => wait(ms),
});

/** A claim outlives any pause between two heartbeats of a living worker; a dead worker's deliveries wait this long. */
export const claimMs = 20_000;
export const heartbeatMs = 5_000;
/** A call that was written down leaves at once. One that did not, because its worker stood still, asks again whether it may. */
export const leavesWithinMs = 2_000;
