import { expect, test } from "vitest";
import { durationWords, etaWords, millisecondWords, secondsUntil } from "./duration-words.ts";

test("short times are seconds, long ones minutes and hours", () => {
  expect(durationWords(41)).toBe("41 s");
  expect(durationWords(119)).toBe("119 s");
  expect(durationWords(180)).toBe("3 min");
  expect(durationWords(7200)).toBe("2 h");
  expect(durationWords(7500)).toBe("2 h 5 min");
});

test("a wait is rounded up, never promised too short", () => {
  expect(durationWords(0.2)).toBe("1 s");
  expect(durationWords(181)).toBe("4 min");
  expect(durationWords(3599)).toBe("1 h");
});

test("the time left is a range", () => {
  expect(etaWords({ from: 180, to: 300 })).toBe("3 min to 5 min left");
});

test("a range whose ends read alike is said once", () => {
  expect(etaWords({ from: 290, to: 300 })).toBe("About 5 min left");
});

test("no estimate says that nothing moves", () => {
  expect(etaWords(null)).toBe("Nothing is moving");
});

test("a countdown ends at nought and does not go below", () => {
  const now = Date.parse("2026-11-23T10:00:00Z");
  expect(secondsUntil("2026-11-23T10:00:41Z", now)).toBe(41);
  expect(secondsUntil("2026-11-23T09:59:00Z", now)).toBe(0);
  expect(secondsUntil(null, now)).toBeNull();
});

test("call times are milliseconds below a second", () => {
  expect(millisecondWords(84.6)).toBe("85 ms");
  expect(millisecondWords(1234)).toBe("1.2 s");
});
