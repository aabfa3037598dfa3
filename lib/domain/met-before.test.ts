import fc from "fast-check";
import { expect, test } from "vitest";
import { metBefore, newMetMemory } from "./met-before.ts";

test("a value that was met is never taken for a new one, whoever met it", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.constantFrom("a", "b"), fc.string())), (meetings) => {
      const memory = newMetMemory(4);
      const [one, other] = [metBefore(memory), metBefore(memory)];
      const met = new Set<string>();
      for (const [isOther, name, value] of meetings) {
        const answer = (isOther ? other : one)(name, value);
        if (met.has(name + value)) expect(answer).toBe(true);
        met.add(name + value);
      }
    }),
  );
});

test("of a million different values as many as it was made for, few are taken for met ones", () => {
  const values = 1_000_000;
  const met = metBefore(newMetMemory(values));
  let mistaken = 0;
  for (let at = 0; at < values; at += 1) if (met("reference", `B${String(at).padStart(8, "0")}`)) mistaken += 1;
  expect(mistaken).toBeLessThan(values / 500);
});

test("the same value under another name is another one", () => {
  const met = metBefore(newMetMemory(1));
  expect([met("reference", "GBR 1"), met("company", "GBR 1"), met("reference", "GBR 1")]).toEqual([false, false, true]);
});
