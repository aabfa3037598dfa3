import fc from "fast-check";
import { expect, test } from "vitest";
import { tokensOf } from "../domain/call-limit.ts";
import { afterLeaving, unknownLimit } from "../stages/send/call-limit.ts";
import type { AccountFacts, Facts, QueueFacts } from "./facts.ts";
import type { Sample } from "./metric.ts";
import { samplesOf } from "./samples-of.ts";

const now = new Date("2026-11-23T09:00:00Z");
const times = { now, workerSilenceMs: 30_000 };
const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const account: AccountFacts = {
  id: "0199a1b2-0000-7000-8000-000000000001",
  environment: "demo",
  inFlight: 3,
  processesAllowed: 4,
  heldUntil: null,
  chunks: new Map([["running", 1]]),
  deliveries: new Map([
    ["queued", 7],
    ["created", 5],
  ]),
  uncertain: 2,
  createdWithGaps: 1,
  limits: [],
  recentCalls: [],
};
const facts: Facts = {
  accounts: [account],
  countedAt: now,
  beats: [],
  filesBeingRead: 2,
  filesBeingChecked: 1,
};
const queue: QueueFacts = { backend: "redis", isUp: true, jobs: new Map([[account.id, 6]]) };
const withAccount = (changed: Partial<AccountFacts>): Facts => ({ ...facts, accounts: [{ ...account, ...changed }] });

/** Of one metric, its numbers by what tells them apart beside the connection. */
function told(samples: readonly Sample[], name: Sample["metric"]): Record<string, number> {
  const ofName = samples.filter(({ metric }) => metric === name);
  return Object.fromEntries(ofName.map(({ labels, value }) => [apart(labels), value]));
}

const apart = (labels: Record<string, string>): string =>
  Object.entries(labels)
    .filter(([label]) => label !== "connection_id" && label !== "environment")
    .map(([, value]) => value)
    .join(" ");

test("of a panel whose database is away nothing is told but that, and how its queue is", () => {
  expect(samplesOf(null, { backend: "postgres", isUp: false, jobs: new Map() }, times)).toEqual([
    { metric: "causeway_database_up", labels: {}, value: 0 },
    { metric: "causeway_queue_up", labels: { backend: "postgres" }, value: 0 },
  ]);
});

test("every number of a connection carries its id and its environment", () => {
  const samples = samplesOf(facts, queue, times);
  expect(samples).toContainEqual({
    metric: "causeway_calls_in_flight",
    labels: { connection_id: account.id, environment: "demo" },
    value: 3,
  });
  expect(told(samples, "causeway_processes_allowed")).toEqual({ "": 4 });
  expect(told(samples, "causeway_uncertain_deliveries")).toEqual({ "": 2 });
  expect(told(samples, "causeway_created_with_gaps")).toEqual({ "": 1 });
  expect(told(samples, "causeway_queue_jobs")).toEqual({ "": 6 });
  expect(told(samples, "causeway_files_being_read")).toEqual({ "": 2 });
  expect(told(samples, "causeway_files_being_checked")).toEqual({ "": 1 });
});

test("a status that nothing has is told as 0", () => {
  const samples = samplesOf(facts, queue, times);
  expect(told(samples, "causeway_deliveries")).toEqual({
    queued: 7,
    sending: 0,
    created: 5,
    uncertain: 0,
    failed: 0,
    refused: 0,
    withdrawn: 0,
  });
  expect(told(samples, "causeway_chunks")).toMatchObject({ running: 1, paused: 0, finished: 0 });
});

test("a hold is told in seconds, and one that is over as none", () => {
  const holdOf = (heldUntil: Date | null) =>
    told(samplesOf(withAccount({ heldUntil }), queue, times), "causeway_chunk_hold_seconds")[""];
  expect(holdOf(secondsAgo(-41.5))).toBe(41.5);
  expect(holdOf(secondsAgo(5))).toBe(0);
  expect(holdOf(null)).toBe(0);
});

test("calls are added up by what came of them, and those that were not accepted by code, unknown ones together", () => {
  const recentCalls: AccountFacts["recentCalls"] = [
    { outcome: "accepted", code: null, count: 40 },
    { outcome: "throttled", code: "http_429", count: 3 },
    { outcome: "refused", code: "201", count: 2 },
    { outcome: "refused", code: "Olivia Person", count: 1 },
    { outcome: "halted", code: "8888", count: 1 },
  ];
  const samples = samplesOf(withAccount({ recentCalls }), queue, times);
  expect(told(samples, "causeway_recent_calls")).toEqual({
    accepted: 40,
    refused: 3,
    throttled: 3,
    unreachable: 0,
    uncertain: 0,
    halted: 1,
  });
  expect(told(samples, "causeway_recent_failed_calls")).toEqual({ http_429: 3, "201": 2, other: 2 });
});

test("the calls left are those that sending would reckon with, in whole calls", () => {
  const started = { ...unknownLimit(now.getTime()), intervalMs: 360, burst: 50 };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20_000 }), (calls, laterMs) => {
      let limit = started;
      for (let n = 0; n < calls; n += 1) limit = afterLeaving(limit, 5, now.getTime());
      const later = new Date(now.getTime() + laterMs);
      const { arrivalMs, ...kept } = limit;
      const limits = [{ ...kept, call: "create", arrivalAt: new Date(arrivalMs) }];
      const samples = samplesOf(withAccount({ limits }), queue, { ...times, now: later });
      expect(told(samples, "causeway_limit_calls_left")).toEqual({
        create: Math.max(0, Math.floor(tokensOf(limit, later.getTime()))),
      });
      expect(told(samples, "causeway_limited_calls_total")).toEqual({ create: calls });
    }),
  );
});

test("a mirror that knows no interval yet has the calls of its burst left", () => {
  const limits = [{ call: "create", intervalMs: 0, burst: 1, arrivalAt: now, calls: 0 }];
  expect(told(samplesOf(withAccount({ limits }), queue, times), "causeway_limit_calls_left")).toEqual({ create: 1 });
});

test("a worker that was silent for more than half a minute is not alive, and is still the oldest that was heard", () => {
  const samples = samplesOf({ ...facts, beats: [secondsAgo(30), secondsAgo(31), secondsAgo(2)] }, queue, times);
  expect(told(samples, "causeway_workers_alive")).toEqual({ "": 2 });
  expect(told(samples, "causeway_worker_newest_beat_timestamp_seconds")).toEqual({ "": now.getTime() / 1000 - 2 });
  expect(told(samples, "causeway_worker_oldest_beat_timestamp_seconds")).toEqual({ "": now.getTime() / 1000 - 31 });
});

test("where no worker was ever heard there is none alive, and no time is made up", () => {
  const samples = samplesOf(facts, queue, times);
  expect(told(samples, "causeway_workers_alive")).toEqual({ "": 0 });
  expect(told(samples, "causeway_worker_newest_beat_timestamp_seconds")).toEqual({});
});

test("of a lane that does not answer no number is made up", () => {
  expect(told(samplesOf(facts, { ...queue, jobs: new Map() }, times), "causeway_queue_jobs")).toEqual({});
});
