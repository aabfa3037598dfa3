import { expect, test } from "vitest";
import { pacePoints } from "./pace-points.ts";

const launchedAt = Date.parse("2026-11-23T10:00:00Z");
const intervals = { seconds: 10, first: 1, last: 3 };
const nothing = { launchedAt, endedAt: null, ended: [], calls: [], flight: [], limits: [], present: 4 };
const limit = (seconds: number, processes: number) => ({
  from: new Date(launchedAt + seconds * 1_000),
  processes,
  because: "x",
});

test("an interval in which nothing happened has a pace of nought, and no latency", () => {
  expect(pacePoints(intervals, nothing)).toEqual(
    ["10:00:20", "10:00:30", "10:00:40"].map((time) => ({
      at: `2026-11-23T${time}.000Z`,
      clients: 0,
      perMinute: 0,
      calls: 0,
      p95Ms: null,
      inFlight: 0,
      processes: 4,
    })),
  );
});

test("what ended in ten seconds counts six times as much a minute; in the last one, which is cut short, by its own length", () => {
  const ended = [
    { interval: 1, clients: 3 },
    { interval: 3, clients: 2 },
  ];
  const endedAt = launchedAt + 34_000;
  expect(pacePoints(intervals, { ...nothing, endedAt, ended }).map(({ perMinute }) => perMinute)).toEqual([18, 0, 30]);
});

test("a call that takes longer than an interval is in flight in the next ones, also when it left before the first", () => {
  const flight = [
    { interval: 0, most: 2, change: 1 },
    { interval: 2, most: 1, change: -1 },
  ];
  expect(pacePoints(intervals, { ...nothing, flight }).map(({ inFlight }) => inFlight)).toEqual([1, 1, 0]);
});

test("the limit of an interval is the highest that held in it, so that a call which left before it was lowered is not over it", () => {
  const limits = [limit(0, 5), limit(25, 2)];
  expect(pacePoints(intervals, { ...nothing, limits }).map(({ processes }) => processes)).toEqual([5, 5, 2]);
});
