import fc from "fast-check";
import { expect, test } from "vitest";
import { type CallsOfKind, type Slowness, slowDownOf } from "./slow-down.ts";

const calls = (recent: Partial<CallsOfKind["recent"]>): CallsOfKind[] => [
  { recent: { count: 100, troubled: 0, medianMs: 100, ...recent }, before: { count: 500, medianMs: 100 } },
];
const seen = (over: Partial<Slowness>): Slowness => ({
  allowed: 5,
  slowedTo: null,
  sinceChangeMs: null,
  calls: calls({}),
  ...over,
});

test("while Passfort answers as before nothing changes", () => {
  expect(slowDownOf(seen({}))).toBeNull();
});

test("answers that do not come halve the processes, down to one", () => {
  const calls20 = calls({ troubled: 20 });
  expect(slowDownOf(seen({ calls: calls20 }))).toEqual({
    to: 2,
    because: "20 % of the calls to Passfort got no answer",
  });
  expect(slowDownOf(seen({ calls: calls20, slowedTo: 2, sinceChangeMs: 30_000 }))?.to).toBe(1);
  expect(slowDownOf(seen({ calls: calls20, slowedTo: 1, sinceChangeMs: 30_000 }))).toBeNull();
});

test("answers that take more than twice as long halve the processes, and the sentence has both times", () => {
  expect(slowDownOf(seen({ calls: calls({ medianMs: 1200 }) }))).toEqual({
    to: 2,
    because: "Passfort answers slowly (1.2 s, before 100 ms)",
  });
  expect(slowDownOf(seen({ calls: calls({ medianMs: 190 }) }))).toBeNull();
});

test("a few calls, or some milliseconds, are no reason", () => {
  expect(slowDownOf(seen({ calls: calls({ count: 9, troubled: 9 }) }))).toBeNull();
  const quick = [{ recent: { count: 50, troubled: 0, medianMs: 12 }, before: { count: 50, medianMs: 4 } }];
  expect(slowDownOf(seen({ calls: quick }))).toBeNull();
});

test("more slow calls than before are no slowness: each kind is compared with itself", () => {
  const mixed: CallsOfKind[] = [
    { recent: { count: 90, troubled: 0, medianMs: 900 }, before: { count: 20, medianMs: 900 } },
    { recent: { count: 10, troubled: 0, medianMs: 80 }, before: { count: 200, medianMs: 80 } },
  ];
  expect(slowDownOf(seen({ calls: mixed }))).toBeNull();
});

test("a change is given time to show before the next one", () => {
  expect(slowDownOf(seen({ calls: calls({ troubled: 50 }), slowedTo: 2, sinceChangeMs: 29_000 }))).toBeNull();
});

test("after a calm minute there is one process more, and at the last the chunk is not slowed down any more", () => {
  expect(slowDownOf(seen({ slowedTo: 2, sinceChangeMs: 59_000 }))).toBeNull();
  expect(slowDownOf(seen({ slowedTo: 2, sinceChangeMs: 60_000 }))?.to).toBe(3);
  expect(slowDownOf(seen({ slowedTo: 4, sinceChangeMs: 60_000 }))).toEqual({ to: null, because: null });
});

test("a chunk that has nothing to call for climbs back, too", () => {
  expect(slowDownOf(seen({ slowedTo: 2, sinceChangeMs: 60_000, calls: [] }))?.to).toBe(3);
});

test("whatever is seen, the number stays between one and what a person allows", () => {
  const kind = fc.record({
    recent: fc.record({
      count: fc.integer({ min: 0, max: 500 }),
      troubled: fc.integer({ min: 0, max: 500 }),
      medianMs: fc.option(fc.integer({ min: 0, max: 60_000 })),
    }),
    before: fc.record({
      count: fc.integer({ min: 0, max: 500 }),
      medianMs: fc.option(fc.integer({ min: 0, max: 60_000 })),
    }),
  });
  const slowness = fc.record({
    allowed: fc.integer({ min: 1, max: 5 }),
    slowedTo: fc.option(fc.integer({ min: 1, max: 5 })),
    sinceChangeMs: fc.option(fc.integer({ min: 0, max: 200_000 })),
    calls: fc.array(kind, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(slowness, (given) => {
      const change = slowDownOf(given);
      if (change?.to == null) return;
      expect(change.to).toBeGreaterThanOrEqual(1);
      expect(change.to).toBeLessThanOrEqual(given.allowed);
    }),
  );
});
