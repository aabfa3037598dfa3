import { expect, test } from "vitest";
import { type Act, actsOf, type QueueKind, roundsMax, targets } from "./schedule.ts";

const acts = (seed: number, queue: QueueKind, clients = 300): Act[] => [...actsOf({ seed, queue, clients })];

test("the same seed gives the same acts at the same moments, another seed others", () => {
  expect(acts(7, "redis")).toEqual(acts(7, "redis"));
  expect(acts(8, "redis")).not.toEqual(acts(7, "redis"));
});

test("every round meets everything once, whatever the seed", () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const met = acts(seed, "redis").map(({ target }) => target);
    expect(met).toHaveLength(roundsMax * targets.length);
    for (let round = 0; round < roundsMax; round += 1)
      expect(met.slice(round * targets.length, (round + 1) * targets.length).toSorted()).toEqual(targets.toSorted());
  }
});

test("a queue in the database is never flushed by itself", () => {
  expect(acts(3, "postgres").some(({ target }) => target === "queue")).toBe(false);
});

test("in a larger book the same acts stand further apart", () => {
  const small = acts(7, "redis", 500);
  const large = acts(7, "redis", 2000);
  expect(large.map(({ target }) => target)).toEqual(small.map(({ target }) => target));
  expect(large.map(({ afterMs }) => afterMs)).toEqual(small.map(({ afterMs }) => afterMs * 4));
});
