import { expect, test } from "vitest";
import { paceSeries } from "./pace-series.ts";

const point = {
  at: "2026-11-23T10:00:05.000Z",
  clients: 5,
  perMinute: 60.4,
  calls: 20,
  p95Ms: 130,
  inFlight: 4,
  processes: 5,
};
const sayings = (...points: (typeof point)[] | { p95Ms: null }[]) =>
  paceSeries(points.map((each) => ({ ...point, ...each }))).map(({ saying }) => saying);

test("each picture says its highest number, for whoever does not see it", () => {
  expect(sayings(point, { ...point, perMinute: 12, p95Ms: 2_400, inFlight: 5, processes: 2 })).toEqual([
    "at most 60 a minute",
    "at most 2.4 s",
    "at most 5 at once, of at most 5 processes",
  ]);
});

test("where no create was answered no latency is made up", () => {
  expect(sayings({ p95Ms: null })[1]).toBe("no create was answered");
});
