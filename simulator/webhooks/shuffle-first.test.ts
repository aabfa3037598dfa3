import fc from "fast-check";
import { expect, test } from "vitest";
import { shuffleFirst } from "./shuffle-first.ts";

const chance = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1 });

test("shuffling loses and doubles nothing, and leaves what comes after the first so many in its place", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.nat(20), chance, (list, count, chances) => {
      let draw = 0;
      const shuffled = [...list];
      shuffleFirst(shuffled, count, () => chances[draw++ % chances.length] ?? 0);
      expect(shuffled.toSorted()).toEqual(list.toSorted());
      expect(shuffled.slice(count)).toEqual(list.slice(count));
    }),
  );
});
