import { expect, test } from "vitest";
import { processesSentence } from "./processes-sentence.ts";

const chunk = { processes: 5, allowedProcesses: 5, presentProcesses: 5, slowedBecause: null };

test("as long as all approved processes send, nothing is said", () => {
  expect(processesSentence(chunk)).toBeNull();
});

test("a chunk that was slowed down says how many send now and why", () => {
  const slow = { ...chunk, presentProcesses: 2, slowedBecause: "Passfort answers slowly (1.2 s, before 300 ms)" };
  expect(processesSentence(slow)).toMatch(/^2 of 5 processes: Passfort answers slowly \(1\.2 s, before 300 ms\)\./);
});

test("fewer because a person asked is told from fewer because of trouble", () => {
  expect(processesSentence({ ...chunk, allowedProcesses: 3, presentProcesses: 3 })).toBe(
    "3 of 5 processes, because a person asked for fewer.",
  );
});
