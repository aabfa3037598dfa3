import { expect, test } from "vitest";
import { paceRows } from "./pace-rows.ts";

const chunk = {
  status: "running" as const,
  presentProcesses: 5,
  inFlight: 3,
  pacePerMinute: null,
  p95Ms: null,
  throttled: 0,
  etaSeconds: null,
  launchedAt: "2026-11-23T10:00:00.000Z",
  finishedAt: null,
};
const shownAs = (label: string, of: Parameters<typeof paceRows>[0]) =>
  paceRows(of).find((row) => row.label === label)?.value;

test("a number that is not known yet is a dash, not nought", () => {
  expect(shownAs("Pace", chunk)).toBe("–");
  expect(shownAs("Pace", { ...chunk, pacePerMinute: 61.4 })).toBe("61 a minute");
});

test("calls in flight are shown against the approved processes", () => {
  expect(shownAs("In flight", chunk)).toBe("3 of 5 processes");
});

test("a chunk at its end shows how long it took and promises no time left", () => {
  const ended = { ...chunk, status: "finished" as const, finishedAt: "2026-11-23T10:04:00.000Z" };
  expect(shownAs("It took", ended)).toBe("4 min");
  expect(shownAs("Time left", ended)).toBeUndefined();
});
