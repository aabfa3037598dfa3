import { expect, test } from "vitest";
import { createClock, dateTime } from "./clock.ts";

test("moving time forward runs what falls due, in the order of its time, and leaves the rest", () => {
  const clock = createClock(() => 0);
  const ran: string[] = [];
  clock.after(3_600_000, () => ran.push("hour"));
  clock.after(60_000, () => ran.push("minute"));
  clock.after(120_000, () => ran.push("two minutes"))();
  clock.after(7_200_000, () => ran.push("two hours"));
  clock.advance(3_600_000);
  expect(ran).toEqual(["minute", "hour"]);
  expect(clock.now()).toBe(3_600_000);
  clock.stop();
});

test("each thing runs at its own time, and what it plans within the stretch runs too, in its place", () => {
  const clock = createClock(() => 0);
  const ran: [string, number][] = [];
  const note = (what: string) => ran.push([what, clock.now()]);
  clock.after(10, () => {
    note("first");
    clock.after(10, () => note("planned by the first"));
    clock.after(1000, () => note("too late"));
  });
  clock.after(15, () => note("second"));
  clock.advance(100);
  expect(ran).toEqual([
    ["first", 10],
    ["second", 15],
    ["planned by the first", 20],
  ]);
  expect([clock.now(), clock.skippedMs()]).toEqual([100, 100]);
  clock.stop();
});

test("a date-time has no zone and no fraction", () => {
  expect(dateTime(Date.UTC(2026, 1, 3, 4, 5, 6, 789))).toBe("2026-02-03 04:05:06");
});
