import fc from "fast-check";
import { expect, test } from "vitest";
import {
  afterAnswer,
  afterLeaving,
  type CallLimit,
  documentedIntervalMs,
  holdMsOf,
  perHourOf,
  unknownLimit,
  waitMsOf,
} from "./call-limit.ts";

type Passfort = { burst: number; intervalMs: number };
type Run = { passfort: Passfort; processes: number; latenciesMs: number[]; forMs: number; usedBefore?: number };

/**
 * Passfort's bucket, and workers that share one mirror of it; every process makes one limited call after the other, as
 * fast as it may. Events in the order of time: a call leaves, arrives after a part of its latency, is answered after the rest.
 */
function run({ passfort, processes, latenciesMs, forMs, usedBefore = 0 }: Run) {
  let arrivalMs = usedBefore * passfort.intervalMs;
  let limit: CallLimit = unknownLimit(0);
  let arrivedWell = 0;
  let refused = 0;
  let drawn = 0;
  const latency = () => latenciesMs[drawn++ % latenciesMs.length] ?? 0;
  type Event = { at: number; act: (now: number) => void };
  const events: Event[] = [];
  const later = (at: number, act: Event["act"]) => events.push({ at, act });

  const tryToLeave = (now: number): void => {
    const waitMs = waitMsOf(limit, processes, now);
    // A process that waits for another's answer looks again soon.
    if (waitMs > 0) return void later(now + Math.min(waitMs, 25) + 0.001, tryToLeave);
    limit = afterLeaving(limit, processes, now);
    const call = limit.calls;
    later(now + latency(), (arrived) => {
      const tat = Math.max(arrivalMs, arrived) + passfort.intervalMs;
      const isLetIn = tat - passfort.burst * passfort.intervalMs <= arrived + 1;
      if (isLetIn) {
        arrivalMs = tat;
        arrivedWell += 1;
      } else refused += 1;
      const capacityMs = passfort.burst * passfort.intervalMs;
      const fullAfterMs = Math.max(0, arrivalMs - arrived);
      const seen = {
        remaining: Math.max(0, Math.floor((capacityMs - fullAfterMs) / passfort.intervalMs + 1e-9)),
        resetMs: Math.ceil(fullAfterMs / 1000) * 1000,
      };
      later(arrived + latency(), (answered) => {
        limit = afterAnswer(limit, { call, seen, isSuccess: isLetIn }, processes, answered);
        tryToLeave(answered);
      });
    });
  };
  for (let process = 0; process < processes; process += 1) later(process, tryToLeave);
  for (;;) {
    let next = 0;
    for (let at = 1; at < events.length; at += 1) if ((events[at]?.at ?? 0) < (events[next]?.at ?? 0)) next = at;
    const [event] = events.splice(next, 1);
    if (!event || event.at > forMs) break;
    event.act(event.at);
  }
  return { letIn: arrivedWell, refused, limit };
}

const latencies = (max: number) => fc.array(fc.integer({ min: 1, max }), { minLength: 1, maxLength: 40 });

test("no call is answered with 429, for any burst, any number of processes and any latency", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 12 }),
      latencies(900),
      fc.integer({ min: 0, max: 60 }),
      (burst, processes, latenciesMs, used) => {
        const passfort = { burst, intervalMs: documentedIntervalMs };
        const usedBefore = Math.min(used, burst - 1);
        expect(run({ passfort, processes, latenciesMs, forMs: 60_000, usedBefore }).refused).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
});

test("at least 95 % of what the limit allows gets through, where the bucket holds a few calls more than there are processes", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 3, max: 60 }),
      latencies(120),
      (processes, more, latenciesMs) => {
        const passfort = { burst: processes + more, intervalMs: documentedIntervalMs };
        const forMs = 120_000;
        const mostMs = Math.max(...latenciesMs) * 2;
        const allowed = Math.min(passfort.burst + forMs / passfort.intervalMs, (processes * forMs) / mostMs);
        const { letIn, refused } = run({ passfort, processes, latenciesMs, forMs });
        expect(refused).toBe(0);
        // The places kept for calls on their way are used at no time; that is a fixed number of calls, not a share.
        expect(letIn).toBeGreaterThanOrEqual((allowed - processes - 2) * 0.95);
      },
    ),
    { numRuns: 60 },
  );
});

test("a smaller bucket is used one call after the other, and still to 95 % when answers come quickly", () => {
  const passfort = { burst: 3, intervalMs: documentedIntervalMs };
  const { letIn, refused } = run({ passfort, processes: 5, latenciesMs: [20, 60], forMs: 120_000 });
  expect(refused).toBe(0);
  expect(letIn).toBeGreaterThanOrEqual((120_000 / documentedIntervalMs) * 0.95);
});

test("a limit ten times tighter than documented is found out from the answers, without one 429", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 40 }),
      fc.integer({ min: 1, max: 5 }),
      latencies(100),
      (burst, processes, latenciesMs) => {
        const passfort = { burst, intervalMs: documentedIntervalMs * 10 };
        const { letIn, refused } = run({ passfort, processes, latenciesMs, forMs: 240_000 });
        expect(refused).toBe(0);
        expect(letIn).toBeGreaterThan(burst / 2);
      },
    ),
    { numRuns: 40 },
  );
});

test("a limit looser than documented is not slowed down to the documented one", () => {
  const passfort = { burst: 100, intervalMs: documentedIntervalMs / 10 };
  const { letIn, refused } = run({ passfort, processes: 5, latenciesMs: [40], forMs: 60_000 });
  expect(refused).toBe(0);
  expect(letIn).toBeGreaterThan(0.95 * (60_000 / passfort.intervalMs));
});

test("an account that says nothing of a limit is not paced", () => {
  const left = afterLeaving(unknownLimit(0), 5, 0);
  const limit = afterAnswer(left, { call: 1, seen: null, isSuccess: true }, 5, 100);
  expect(waitMsOf(limit, 5, 100)).toBe(0);
});

test("a first call that failed without a word of the limit is no reason to wait", () => {
  const left = afterLeaving(unknownLimit(0), 5, 0);
  expect(waitMsOf(left, 5, 100)).toBeGreaterThan(0);
  const limit = afterAnswer(left, { call: 1, seen: null, isSuccess: false }, 5, 100);
  expect(waitMsOf(limit, 5, 100)).toBe(0);
});

test("an answer that never came does not keep the others waiting for ever", () => {
  const left = afterLeaving(unknownLimit(0), 5, 0);
  expect(waitMsOf(left, 5, 1_000)).toBeGreaterThan(60_000);
  expect(waitMsOf(left, 5, 70_000)).toBe(0);
});

test("a lane that is held starts again with a handful of calls and is never held for longer than some seconds", () => {
  const drained = {
    ...unknownLimit(0),
    intervalMs: documentedIntervalMs,
    burst: 100,
    arrivalMs: 100 * documentedIntervalMs,
  };
  const holdMs = holdMsOf(drained, 5, 0);
  expect(holdMs).toBeGreaterThan(waitMsOf(drained, 5, 0));
  expect(holdMs).toBeLessThan(10_000);
  expect(perHourOf(drained)).toBe(10_000);
});
