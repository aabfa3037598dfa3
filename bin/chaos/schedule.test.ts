import { expect, test } from "vitest";
import { type Act, actsOf, type QueueKind, targets } from "./schedule.ts";

const take = (seed: number, queue: QueueKind, count: number): Act[] => {
  const acts = actsOf(seed, queue);
  return Array.from({ length: count }, () => acts.next().value);
};

test("the same seed gives the same acts at the same moments, another seed others", () => {
  expect(take(7, "redis", 50)).toEqual(take(7, "redis", 50));
  expect(take(8, "redis", 50)).not.toEqual(take(7, "redis", 50));
});

test("every round meets everything once, whatever the seed", () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const acts = take(seed, "redis", 2 * targets.length).map(({ target }) => target);
    expect(acts.slice(0, targets.length).toSorted()).toEqual(targets.toSorted());
    expect(acts.slice(targets.length).toSorted()).toEqual(targets.toSorted());
  }
});

test("a queue in the database is never flushed by itself", () => {
  expect(take(3, "postgres", 100).some(({ target }) => target === "queue")).toBe(false);
});
