import fc from "fast-check";
import { expect, test } from "vitest";
import { createDueQueue } from "./due-queue.ts";

const plans = fc.array(fc.record({ at: fc.integer({ min: 0, max: 20 }), isCancelled: fc.boolean() }), {
  maxLength: 60,
});

test("what is planned comes out by its time, first planned first, without what was called off", () => {
  fc.assert(
    fc.property(plans, (wanted) => {
      const queue = createDueQueue();
      const numbers = new Map(wanted.map(({ at }, number) => [queue.add(at, () => {}), number]));
      for (const [planned, number] of numbers) planned.isCancelled = wanted[number]?.isCancelled ?? false;
      const order: (number | undefined)[] = [];
      for (let next = queue.earliest(); next; next = queue.earliest()) {
        order.push(numbers.get(next));
        queue.take();
      }
      const expected = wanted
        .map(({ at, isCancelled }, number) => ({ at, isCancelled, number }))
        .filter((plan) => !plan.isCancelled)
        .sort((one, other) => one.at - other.at || one.number - other.number)
        .map(({ number }) => number);
      expect(order).toEqual(expected);
    }),
  );
});
