import fc from "fast-check";
import { expect, test } from "vitest";
import { isOpenAt, nextOpening, type RunWindow, runWindowSchema, weekdays } from "./run-window.ts";
import { runWindowWords } from "./run-window-words.ts";

const london: RunWindow = { timeZone: "Europe/London", from: "20:00", until: "06:00", days: ["mon", "tue"] };
const at = (instant: string) => new Date(instant);

test("a night belongs to the day it began on", () => {
  // 23 Nov 2026 is a Monday.
  expect(isOpenAt(london, at("2026-11-23T19:59:59Z"))).toBe(false);
  expect(isOpenAt(london, at("2026-11-23T20:00:00Z"))).toBe(true);
  expect(isOpenAt(london, at("2026-11-25T05:59:00Z"))).toBe(true);
  expect(isOpenAt(london, at("2026-11-25T06:00:00Z"))).toBe(false);
  expect(isOpenAt(london, at("2026-11-25T21:00:00Z"))).toBe(false);
  expect(nextOpening(london, at("2026-11-25T06:00:00Z"))).toEqual(at("2026-11-30T20:00:00Z"));
});

test("the clocks going forward and back move the opening in UTC, not on the wall", () => {
  const nightly = { ...london, days: [...weekdays] };
  expect(nextOpening(nightly, at("2026-03-28T12:00:00Z"))).toEqual(at("2026-03-28T20:00:00Z"));
  expect(nextOpening(nightly, at("2026-03-29T12:00:00Z"))).toEqual(at("2026-03-29T19:00:00Z"));
  expect(nextOpening(nightly, at("2026-10-25T12:00:00Z"))).toEqual(at("2026-10-25T20:00:00Z"));
});

test("a window that begins in the hour which is skipped opens when the clock has skipped it", () => {
  const early = { timeZone: "Europe/London", from: "01:30", until: "05:00", days: [...weekdays] };
  expect(nextOpening(early, at("2026-03-29T00:10:00Z"))).toEqual(at("2026-03-29T01:00:00Z"));
});

test("a window of the whole day is closed on the other days only", () => {
  const sunday: RunWindow = { timeZone: "Asia/Tokyo", from: "00:00", until: "00:00", days: ["sun"] };
  expect(nextOpening(sunday, at("2026-11-23T00:00:00Z"))).toEqual(at("2026-11-28T15:00:00Z"));
  expect(isOpenAt(sunday, at("2026-11-29T14:59:00Z"))).toBe(true);
  expect(isOpenAt(sunday, at("2026-11-29T15:00:00Z"))).toBe(false);
});

const zones = [
  "Europe/London",
  "America/New_York",
  "America/St_Johns",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Kiritimati",
  "Pacific/Chatham",
  "America/Sao_Paulo",
  "Africa/Casablanca",
  "UTC",
];
const minute = fc.integer({ min: 0, max: 1439 });
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const windows = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    from: minute.map(clock),
    until: minute.map(clock),
    days: fc.subarray([...weekdays], { minLength: 1 }),
  })
  .filter((window) => runWindowSchema.safeParse(window).success);
const instants = fc.date({ min: at("2026-01-01T00:00:00Z"), max: at("2027-12-31T00:00:00Z"), noInvalidDate: true });

test("in every zone and over every change of the clocks an opening is open, and nothing before it is", () => {
  fc.assert(
    fc.property(windows, instants, fc.double({ min: 0, max: 1, noNaN: true }), (window, now, part) => {
      const opening = nextOpening(window, now);
      expect(opening).not.toBeNull();
      if (!opening) return;
      expect(isOpenAt(window, opening)).toBe(true);
      if (opening.getTime() === now.getTime()) return;
      const before = new Date(now.getTime() + Math.floor((opening.getTime() - 1 - now.getTime()) * part));
      expect(isOpenAt(window, before)).toBe(false);
      expect(isOpenAt(window, new Date(opening.getTime() - 1))).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test("a zone nobody knows, no day, and a window of minutes are refused", () => {
  for (const wrong of [
    { timeZone: "Mars/Olympus" },
    { days: [] },
    { from: "20:00", until: "20:05" },
    { from: "24:00" },
  ])
    expect(runWindowSchema.safeParse({ ...london, ...wrong }).success).toBe(false);
});

test("a window is said in words", () => {
  expect(runWindowWords(london)).toBe("20:00 to 06:00 Europe/London, Monday, Tuesday");
  expect(runWindowWords({ ...london, days: ["mon", "tue", "wed", "thu", "fri"] })).toContain("Monday to Friday");
  expect(runWindowWords({ ...london, days: [...weekdays] })).toContain("every day");
});
